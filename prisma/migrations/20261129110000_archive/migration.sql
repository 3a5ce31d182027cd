-- 归档: under which headings, on which day readers find a story, and how many each heading has in a month. Both are kept by
-- triggers of "Publication", the one table that says what readers have; nothing else writes them (decision 024).
-- CreateEnum
CREATE TYPE "ArchiveKind" AS ENUM ('paper', 'column', 'series', 'tag', 'reporter');

-- CreateTable
CREATE TABLE "ArchiveEntry" (
    "articleId" TEXT NOT NULL,
    "kind" "ArchiveKind" NOT NULL,
    "headingId" TEXT NOT NULL,
    "editionDate" DATE NOT NULL,
    "pageNo" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,

    CONSTRAINT "ArchiveEntry_pkey" PRIMARY KEY ("articleId", "kind", "headingId")
);

-- CreateTable
CREATE TABLE "ArchiveMonth" (
    "id" BIGSERIAL NOT NULL,
    "kind" "ArchiveKind" NOT NULL,
    "headingId" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "stories" INTEGER NOT NULL,
    "changedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArchiveMonth_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ArchiveEntry_list" ON "ArchiveEntry"("kind", "headingId", "editionDate" DESC, "pageNo", "rank", "articleId");

-- CreateIndex
CREATE INDEX "ArchiveMonth_kind_headingId_month_idx" ON "ArchiveMonth"("kind", "headingId", "month" DESC);

-- Lists of a column or series read the entries now.
-- DropIndex
DROP INDEX "Publication_columnId_editionDate_pageNo_rank_idx";

-- DropIndex
DROP INDEX "Publication_seriesId_editionDate_pageNo_rank_idx";

-- CreateIndex
CREATE INDEX "Publication_paperId_publishedAt_idx" ON "Publication"("paperId", "publishedAt" DESC);

-- CreateIndex
CREATE INDEX "Reporter_portraitId_idx" ON "Reporter"("portraitId");

-- What the entries are by definition: the test compares. Readers' roles have no part in it.
CREATE VIEW "Filing" AS
  SELECT p."articleId", f."kind"::"ArchiveKind" AS "kind", f."headingId", p."editionDate", p."pageNo", p."rank"
  FROM "Publication" p JOIN "ArticleRevision" r ON r."articleId" = p."articleId" AND r."number" = p."revision"
  CROSS JOIN LATERAL (
    SELECT 'column' AS "kind", p."columnId" AS "headingId" WHERE p."columnId" IS NOT NULL
    UNION ALL SELECT 'series', p."seriesId" WHERE p."seriesId" IS NOT NULL
    UNION ALL SELECT 'tag', t."tagId" FROM "RevisionTag" t WHERE t."revisionId" = r."id"
    -- Once, whatever he has done for it: who writes a story and takes its picture signs it twice.
    UNION ALL SELECT DISTINCT 'reporter', b."reporterId" FROM "Byline" b
      WHERE b."revisionId" = r."id" AND b."reporterId" IS NOT NULL
  ) f
  WHERE p."withdrawnAt" IS NULL;

-- Adds to a month. A row that another transaction is changing is passed by and another one begun, so that nobody waits for an
-- edition that is being published: a month is the sum of its rows, of which there are as many as ever were changed at once.
CREATE FUNCTION archive_count("aKind" "ArchiveKind", "aHeading" text, "aMonth" date, "more" int, "at" timestamptz) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "ArchiveMonth" SET "stories" = "stories" + "more", "changedAt" = greatest("changedAt", "at")
  WHERE "id" = (
    SELECT m."id" FROM "ArchiveMonth" m WHERE m."kind" = "aKind" AND m."headingId" = "aHeading" AND m."month" = "aMonth"
    LIMIT 1 FOR UPDATE SKIP LOCKED);
  IF NOT FOUND THEN
    INSERT INTO "ArchiveMonth" ("kind", "headingId", "month", "stories", "changedAt")
    VALUES ("aKind", "aHeading", "aMonth", "more", "at");
  END IF;
END $$;

CREATE FUNCTION archive_month(day date) RETURNS date LANGUAGE sql IMMUTABLE AS $$ SELECT day - extract(day FROM day)::int + 1 $$;

-- Of the entries: the counts of their headings.
CREATE FUNCTION archive_entries_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM archive_count(c."kind", c."headingId", c."month", CASE WHEN TG_OP = 'INSERT' THEN c."stories" ELSE -c."stories" END, now())
  FROM (
    SELECT "kind", "headingId", archive_month("editionDate") AS "month", count(*)::int AS "stories"
    FROM changed GROUP BY 1, 2, 3
  ) c;
  RETURN NULL;
END $$;

CREATE TRIGGER archive_entries_inserted AFTER INSERT ON "ArchiveEntry" REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION archive_entries_changed();
CREATE TRIGGER archive_entries_deleted AFTER DELETE ON "ArchiveEntry" REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION archive_entries_changed();

-- Of what readers have: the entries, filed anew whatever has changed, and the counts of the paper as a whole.
CREATE FUNCTION archive_publications_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM "ArchiveEntry" e USING taken t WHERE e."articleId" = t."articleId";
    PERFORM archive_count('paper', c."paperId", c."month", -c."stories", now())
    FROM (
      SELECT "paperId", archive_month("editionDate") AS "month", count(*)::int AS "stories"
      FROM taken WHERE "withdrawnAt" IS NULL GROUP BY 1, 2
    ) c;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "ArchiveEntry" ("articleId", "kind", "headingId", "editionDate", "pageNo", "rank")
    SELECT f.* FROM given g JOIN "Filing" f ON f."articleId" = g."articleId";
    PERFORM archive_count('paper', c."paperId", c."month", c."stories", c."at")
    FROM (
      SELECT "paperId", archive_month("editionDate") AS "month", count(*)::int AS "stories", max("updatedAt") AS "at"
      FROM given WHERE "withdrawnAt" IS NULL GROUP BY 1, 2
    ) c;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER archive_publications_inserted AFTER INSERT ON "Publication" REFERENCING NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION archive_publications_changed();
CREATE TRIGGER archive_publications_updated AFTER UPDATE ON "Publication" REFERENCING OLD TABLE AS taken NEW TABLE AS given
  FOR EACH STATEMENT EXECUTE FUNCTION archive_publications_changed();
CREATE TRIGGER archive_publications_deleted AFTER DELETE ON "Publication" REFERENCING OLD TABLE AS taken
  FOR EACH STATEMENT EXECUTE FUNCTION archive_publications_changed();

-- What is published already.
INSERT INTO "ArchiveEntry" ("articleId", "kind", "headingId", "editionDate", "pageNo", "rank") SELECT * FROM "Filing";
INSERT INTO "ArchiveMonth" ("kind", "headingId", "month", "stories", "changedAt")
  SELECT 'paper'::"ArchiveKind", "paperId", archive_month("editionDate"), count(*), max("updatedAt")
  FROM "Publication" WHERE "withdrawnAt" IS NULL GROUP BY 1, 2, 3;

CREATE VIEW "PublishedEntry" AS
  SELECT "articleId", "kind", "headingId", "editionDate", "pageNo", "rank" FROM "ArchiveEntry";

CREATE VIEW "PublishedMonth" AS
  SELECT "kind", "headingId", "month", sum("stories")::int AS "stories", max("changedAt") AS "changedAt"
  FROM "ArchiveMonth" GROUP BY "kind", "headingId", "month" HAVING sum("stories") > 0;

GRANT SELECT ON "PublishedEntry", "PublishedMonth" TO shangban_reader;
