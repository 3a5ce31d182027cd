-- The page desk: plan, makeup step by step, proofs.
-- CreateEnum
CREATE TYPE "PageStage" AS ENUM ('making_up', 'first_proof', 'second_proof', 'third_proof', 'clean_proof', 'locked');

-- CreateEnum
CREATE TYPE "MarkKind" AS ENUM ('insert', 'delete', 'replace', 'transpose', 'query', 'layout');

-- CreateEnum
CREATE TYPE "MarkState" AS ENUM ('open', 'done', 'refused');

-- AlterTable
ALTER TABLE "Page" ADD COLUMN     "deadline" TIMESTAMPTZ,
ADD COLUMN     "holderId" TEXT,
ADD COLUMN     "lockedAt" TIMESTAMPTZ,
ADD COLUMN     "lockedBy" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lockedVersion" INTEGER,
ADD COLUMN     "section" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "stage" "PageStage" NOT NULL DEFAULT 'making_up',
ADD COLUMN     "stageSince" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "step" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "PageVersion" ADD COLUMN     "actorName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "articles" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "published" INTEGER,
ADD COLUMN     "stage" "PageStage";

-- AlterTable
ALTER TABLE "Placement" ADD COLUMN     "slotId" TEXT;

-- CreateTable
CREATE TABLE "Slot" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "plannedWords" INTEGER NOT NULL,
    "columnId" TEXT,

    CONSTRAINT "Slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageStep" (
    "paperId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "op" JSONB NOT NULL,
    "design" JSONB NOT NULL,
    "brief" JSONB NOT NULL,
    "sheet" JSONB NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PageStep_pkey" PRIMARY KEY ("pageId","number")
);

-- CreateTable
CREATE TABLE "ProofSignature" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "stage" "PageStage" NOT NULL,
    "hash" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProofSignature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageMark" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "versionId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "MarkKind" NOT NULL,
    "articleId" TEXT,
    "place" TEXT NOT NULL,
    "block" INTEGER,
    "figureId" TEXT,
    "exact" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "box" JSONB,
    "right" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" "MarkState" NOT NULL DEFAULT 'open',
    "doneVersion" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "settledBy" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMPTZ,

    CONSTRAINT "PageMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Slot_pageId_order_idx" ON "Slot"("pageId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "ProofSignature_versionId_key" ON "ProofSignature"("versionId");

-- CreateIndex
CREATE INDEX "ProofSignature_actorId_createdAt_idx" ON "ProofSignature"("actorId", "createdAt");

-- CreateIndex
CREATE INDEX "PageMark_pageId_state_idx" ON "PageMark"("pageId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "PageMark_pageId_number_key" ON "PageMark"("pageId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "PageVersion_pageId_published_key" ON "PageVersion"("pageId", "published");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_slotId_key" ON "Placement"("slotId");

-- AddForeignKey
ALTER TABLE "Page" ADD CONSTRAINT "Page_holderId_fkey" FOREIGN KEY ("holderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Slot" ADD CONSTRAINT "Slot_columnId_fkey" FOREIGN KEY ("columnId") REFERENCES "Column"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageStep" ADD CONSTRAINT "PageStep_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProofSignature" ADD CONSTRAINT "ProofSignature_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PageVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProofSignature" ADD CONSTRAINT "ProofSignature_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageMark" ADD CONSTRAINT "PageMark_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageMark" ADD CONSTRAINT "PageMark_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PageVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageMark" ADD CONSTRAINT "PageMark_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageMark" ADD CONSTRAINT "PageMark_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_slotId_fkey" FOREIGN KEY ("slotId") REFERENCES "Slot"("id") ON DELETE SET NULL ON UPDATE CASCADE;



-- From here on by hand: what Prisma's schema cannot say.

-- Until now every version was one that readers had.
ALTER TABLE "PageVersion" DISABLE TRIGGER "immutable";
UPDATE "PageVersion" SET "published" = "number";
ALTER TABLE "PageVersion" ENABLE TRIGGER "immutable";
ALTER TABLE "PageVersion" ADD CONSTRAINT "PageVersion_proof_or_published" CHECK (("stage" IS NULL) <> ("published" IS NULL));

-- Who has read a proof has read it.
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "ProofSignature" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable_all BEFORE TRUNCATE ON "ProofSignature" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Readers have what was published, never a proof.
CREATE OR REPLACE VIEW "PublishedPage" AS
  SELECT g."id", g."paperId", g."editionId", e."date", g."no", g."name", g."credits", v."published" AS "number", v."brief",
         v."sheet", v."createdAt" AS "updatedAt"
  FROM "Page" g JOIN "Edition" e ON e."id" = g."editionId"
  CROSS JOIN LATERAL (SELECT * FROM "PageVersion" WHERE "pageId" = g."id" AND "published" IS NOT NULL
    ORDER BY "published" DESC LIMIT 1) v
  WHERE e."publishedAt" IS NOT NULL;
