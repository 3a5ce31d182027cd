-- What is made of a page before it is published: PDFs, pictures of it.
-- CreateEnum
CREATE TYPE "PageFileKind" AS ENUM ('pdf', 'small', 'large', 'edition');

-- CreateTable
CREATE TABLE "PageFile" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "pageId" TEXT,
    "kind" "PageFileKind" NOT NULL,
    "key" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" DOUBLE PRECISION NOT NULL,
    "height" DOUBLE PRECISION NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PageFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PrintJob" (
    "editionId" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "lockedUntil" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PrintJob_pkey" PRIMARY KEY ("editionId")
);

-- CreateIndex
CREATE UNIQUE INDEX "PageFile_key_kind_key" ON "PageFile"("key", "kind");

-- CreateIndex
CREATE INDEX "PageFile_editionId_idx" ON "PageFile"("editionId");

-- AddForeignKey
ALTER TABLE "PageFile" ADD CONSTRAINT "PageFile_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PrintJob" ADD CONSTRAINT "PrintJob_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- From here on by hand: what Prisma's schema cannot say.

-- The hash says which files are the page's.
CREATE OR REPLACE VIEW "PublishedPage" AS
  SELECT g."id", g."paperId", g."editionId", e."date", g."no", g."name", g."credits", v."published" AS "number", v."brief",
         v."sheet", v."createdAt" AS "updatedAt", v."hash"
  FROM "Page" g JOIN "Edition" e ON e."id" = g."editionId"
  CROSS JOIN LATERAL (SELECT * FROM "PageVersion" WHERE "pageId" = g."id" AND "published" IS NOT NULL
    ORDER BY "published" DESC LIMIT 1) v
  WHERE e."publishedAt" IS NOT NULL;

-- Readers have the files of what was published last: never those of a proof, nor of a version that was corrected since.
CREATE VIEW "PublishedPageFile" AS
  SELECT f."id", f."paperId", f."editionId", f."pageId", f."kind", f."key", f."file", f."bytes", f."width", f."height"
  FROM "PageFile" f JOIN "PublishedPage" p ON p."id" = f."pageId" AND p."hash" = f."hash"
  WHERE f."hash" <> ''
  UNION ALL
  SELECT f."id", f."paperId", f."editionId", f."pageId", f."kind", f."key", f."file", f."bytes", f."width", f."height"
  FROM "PageFile" f
  WHERE f."pageId" IS NULL AND f."hash" = (
    SELECT encode(sha256(convert_to(string_agg(p."hash", E'\n' ORDER BY p."no"), 'UTF8')), 'hex')
    FROM "PublishedPage" p WHERE p."editionId" = f."editionId");
GRANT SELECT ON "PublishedPageFile" TO shangban_reader;
