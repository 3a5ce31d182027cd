-- A story is found by the names of its tags: where one is renamed, what is indexed under the old name is owed anew. It stays
-- found by that until then, behind whatever was saved or published.
CREATE FUNCTION rename_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH stale AS (
    -- No version of the rules; the lexeme of a tag's id is kindLexeme's (lib/search/grams.ts).
    UPDATE "SearchDoc" SET "version" = 0
    WHERE "vector" @@ (quote_literal('I' || NEW."id"))::tsquery AND NEW."id" = ANY("tagIds")
    RETURNING "articleId", "place"
  )
  INSERT INTO "SearchJob" ("articleId", "late") SELECT "articleId", true FROM stale GROUP BY "articleId" ORDER BY max("place") DESC;
  PERFORM pg_notify('search', '');
  RETURN NULL;
END $$;
CREATE TRIGGER rename_search AFTER UPDATE OF "name" ON "Tag" FOR EACH ROW
  WHEN (OLD."name" <> NEW."name") EXECUTE FUNCTION rename_search();
