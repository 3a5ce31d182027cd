-- Comments: what of the article one is on, and the text that it proposes for a head field.
-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "place" TEXT NOT NULL DEFAULT 'body',
ADD COLUMN     "proposal" TEXT NOT NULL DEFAULT '';

-- Whoever watches an article hears of its comments as soon as they are committed. A place that only moved is no news.
CREATE FUNCTION announce_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('article', COALESCE(NEW."articleId", OLD."articleId"));
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR DELETE ON "Comment" FOR EACH ROW EXECUTE FUNCTION announce_comment();
CREATE TRIGGER announce_change AFTER UPDATE ON "Comment" FOR EACH ROW
  WHEN ((OLD."editedAt", OLD."resolvedAt") IS DISTINCT FROM (NEW."editedAt", NEW."resolvedAt")) EXECUTE FUNCTION announce_comment();
