-- What of a revision can be found, folded (docs/decisions/023). A story has a row for what readers have and one for what the
-- desk has, or one row that is both.
CREATE TABLE "SearchDoc" (
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "paperId" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "current" BOOLEAN NOT NULL DEFAULT false,
    "place" BIGINT NOT NULL DEFAULT 0,
    "date" DATE,
    "issue" TEXT NOT NULL DEFAULT '',
    "pageNo" INTEGER,
    "columnId" TEXT,
    "reporterIds" TEXT[] NOT NULL,
    "tagIds" TEXT[] NOT NULL,
    "title" TEXT NOT NULL,
    "heads" TEXT NOT NULL,
    "names" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "captions" TEXT NOT NULL,
    "words" TEXT[] NOT NULL,
    "vector" tsvector NOT NULL,

    CONSTRAINT "SearchDoc_pkey" PRIMARY KEY ("articleId", "number")
) WITH (fillfactor = 85, toast_tuple_target = 256);
-- Texts stand out of line, so that a scan of candidates reads few pages; room is left for a change of place within a page (HOT).

ALTER TABLE "SearchDoc" ADD CONSTRAINT "SearchDoc_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Most common lexemes take long to collect and would have the planner read the whole table for a frequent word, every vector
-- unpacked; without them it takes a query for selective and uses the index.
ALTER TABLE "SearchDoc" ALTER COLUMN "vector" SET STATISTICS 0, ALTER COLUMN "words" SET STATISTICS 0,
  ALTER COLUMN "text" SET STATISTICS 0, ALTER COLUMN "captions" SET STATISTICS 0;

-- A pending list would be read by every search until it is merged.
CREATE INDEX "SearchDoc_vector_idx" ON "SearchDoc" USING GIN ("vector") WITH (fastupdate = off);

-- Stories whose rows are owed. Append-only for its writers, who must not wait for one another.
CREATE TABLE "SearchJob" (
    "id" BIGSERIAL NOT NULL,
    "articleId" TEXT NOT NULL,
    "late" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ,
    "error" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SearchJob_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SearchJob_late_id_idx" ON "SearchJob"("late", "id");

-- Words that many published stories have: what a story shares with those is no kinship.
CREATE TABLE "SearchWord" (
    "paperId" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "SearchWord_pkey" PRIMARY KEY ("paperId", "word")
);

-- The order of lists as one number: the latest day first, then page and rank.
CREATE FUNCTION search_place(day DATE, page_no INTEGER, rank INTEGER) RETURNS BIGINT LANGUAGE sql IMMUTABLE AS $$
  SELECT (day - DATE '1900-01-01') * 100000000::bigint
    + (9999 - least(greatest(page_no, 0), 9999)) * 10000::bigint + (5000 - least(greatest(rank, -4999), 5000))
$$;

CREATE FUNCTION owe_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchJob" ("articleId") VALUES (NEW."id");
  PERFORM pg_notify('search', '');
  RETURN NULL;
END $$;
CREATE TRIGGER owe_search AFTER INSERT ON "Article" FOR EACH ROW EXECUTE FUNCTION owe_search();
CREATE TRIGGER owe_search_again AFTER UPDATE OF "revision", "authorId" ON "Article" FOR EACH ROW
  WHEN ((OLD."revision", OLD."authorId") IS DISTINCT FROM (NEW."revision", NEW."authorId")) EXECUTE FUNCTION owe_search();

-- What readers find follows the publication in its own transaction: what is withdrawn is gone with the commit, and what is
-- published is there, for the desk's row is as a rule the same.
CREATE FUNCTION publish_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchDoc" d SET
    "published" = NEW."withdrawnAt" IS NULL AND d."number" = NEW."revision",
    "place" = search_place(NEW."editionDate", NEW."pageNo", NEW."rank"),
    "date" = NEW."editionDate",
    "pageNo" = NEW."pageNo"
  WHERE d."articleId" = NEW."articleId";
  INSERT INTO "SearchJob" ("articleId") VALUES (NEW."articleId");
  PERFORM pg_notify('search', '');
  RETURN NULL;
END $$;
CREATE TRIGGER publish_search AFTER INSERT OR UPDATE ON "Publication" FOR EACH ROW EXECUTE FUNCTION publish_search();

CREATE FUNCTION unpublish_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchDoc" SET "published" = false WHERE "articleId" = OLD."articleId";
  RETURN NULL;
END $$;
CREATE TRIGGER unpublish_search AFTER DELETE ON "Publication" FOR EACH ROW EXECUTE FUNCTION unpublish_search();

CREATE VIEW "PublishedSearch" AS
  SELECT "articleId", "paperId", "place", "date", "pageNo", "columnId", "reporterIds", "tagIds", "title", "heads", "names",
         "text", "captions", "words", "vector"
  FROM "SearchDoc" WHERE "published";
CREATE VIEW "PublishedWord" AS SELECT "paperId", "word", "stories" FROM "SearchWord";
GRANT SELECT ON "PublishedSearch", "PublishedWord" TO shangban_reader;

-- What is there already is indexed by the running server, the latest first, while readers read.
INSERT INTO "SearchJob" ("articleId", "late") SELECT "id", true FROM "Article" ORDER BY "updatedAt" DESC;
