-- Corrections, updates and withdrawals as rows of their own, the notice that print owes for them, receipts of the outlets.
-- CreateEnum
CREATE TYPE "AmendmentKind" AS ENUM ('correction', 'update', 'withdrawal');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('none', 'owed', 'printed', 'waived');

-- CreateTable
CREATE TABLE "Amendment" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "kind" "AmendmentKind" NOT NULL,
    "fromRevision" INTEGER NOT NULL,
    "toRevision" INTEGER,
    "wrong" TEXT NOT NULL DEFAULT '',
    "right" TEXT NOT NULL DEFAULT '',
    "foundBy" TEXT NOT NULL DEFAULT '',
    "cause" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL,
    "editionDate" DATE NOT NULL,
    "pageNo" INTEGER NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notice" "NoticeState" NOT NULL DEFAULT 'none',
    "noticeId" TEXT,
    "waivedWhy" TEXT NOT NULL DEFAULT '',
    "waivedBy" TEXT NOT NULL DEFAULT '',
    "settledAt" TIMESTAMPTZ,

    CONSTRAINT "Amendment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Receipt" (
    "amendmentId" TEXT NOT NULL,
    "outlet" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Receipt_pkey" PRIMARY KEY ("amendmentId","path")
);

-- CreateIndex
CREATE UNIQUE INDEX "Amendment_noticeId_key" ON "Amendment"("noticeId");

-- CreateIndex
CREATE INDEX "Amendment_articleId_at_idx" ON "Amendment"("articleId", "at");

-- CreateIndex
CREATE INDEX "Amendment_paperId_at_idx" ON "Amendment"("paperId", "at" DESC);

-- CreateIndex
CREATE INDEX "Amendment_paperId_notice_idx" ON "Amendment"("paperId", "notice");

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Amendment" ADD CONSTRAINT "Amendment_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Receipt" ADD CONSTRAINT "Receipt_amendmentId_fkey" FOREIGN KEY ("amendmentId") REFERENCES "Amendment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- From here on by hand.
INSERT INTO "Amendment" ("id", "paperId", "articleId", "kind", "fromRevision", "toRevision", "note", "editionDate", "pageNo",
  "actorId", "actorName", "at")
SELECT 'c' || substr(md5(p."articleId"), 1, 11), p."paperId", p."articleId", 'correction'::"AmendmentKind", 1, p."revision", p."correction",
  p."editionDate", p."pageNo", '', '', p."correctedAt"
FROM "Publication" p WHERE p."correctedAt" IS NOT NULL
UNION ALL
SELECT 'w' || substr(md5(p."articleId"), 1, 11), p."paperId", p."articleId", 'withdrawal'::"AmendmentKind", p."revision", NULL, p."withdrawNote",
  p."editionDate", p."pageNo", '', '', p."withdrawnAt"
FROM "Publication" p WHERE p."withdrawnAt" IS NOT NULL;

-- What was said of a change stands; only the notice in print can still be settled.
CREATE FUNCTION keep_amendment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF to_jsonb(NEW) - '{notice,noticeId,waivedWhy,waivedBy,settledAt}'::text[]
     IS DISTINCT FROM to_jsonb(OLD) - '{notice,noticeId,waivedWhy,waivedBy,settledAt}'::text[] THEN
    RAISE EXCEPTION 'Amendment is append-only' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER immutable BEFORE UPDATE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION keep_amendment();
CREATE TRIGGER append_only BEFORE DELETE ON "Amendment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "Amendment" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW "PublishedAmendment" AS
  SELECT a."id", a."paperId", a."articleId", a."kind", a."note", a."editionDate", a."pageNo", a."at",
         CASE WHEN p."withdrawnAt" IS NULL THEN r."headline" ELSE '' END AS "headline"
  FROM "Amendment" a JOIN "Publication" p ON p."articleId" = a."articleId"
  JOIN "ArticleRevision" r ON r."articleId" = p."articleId" AND r."number" = p."revision"
  WHERE p."withdrawnAt" IS NULL OR a."kind" = 'withdrawal';
GRANT SELECT ON "PublishedAmendment" TO shangban_reader;

-- The note of a correction stands in its row; the titles that differ outside print are readers' too.
DROP VIEW "PublishedArticle";
ALTER TABLE "Publication" DROP COLUMN "correction", DROP COLUMN "correctedAt";
CREATE VIEW "PublishedArticle" AS
  SELECT p."articleId" AS "id", p."paperId", p."revision", r."id" AS "revisionId", r."kicker", r."headline", r."deck",
         r."dateline", p."columnId", p."seriesId", r."body", r."text", r."words", p."editionDate", p."pageNo",
         p."pageName", p."rank", p."publishedAt", p."updatedAt", r."webTitle", r."feedTitle", r."wechatTitle"
  FROM "Publication" p JOIN "ArticleRevision" r ON r."articleId" = p."articleId" AND r."number" = p."revision"
  WHERE p."withdrawnAt" IS NULL;
GRANT SELECT ON "PublishedArticle" TO shangban_reader;
