-- Whoever watches an article hears of its next revision, its next state and its next writer as soon as they are committed.
-- A heartbeat changes only "seenAt" and is no news.
CREATE FUNCTION announce_article() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('article', NEW."id");
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER UPDATE ON "Article" FOR EACH ROW
  WHEN (OLD."revision" <> NEW."revision" OR OLD."state" <> NEW."state") EXECUTE FUNCTION announce_article();

CREATE FUNCTION announce_lock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('article', COALESCE(NEW."articleId", OLD."articleId"));
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT OR DELETE ON "ArticleLock" FOR EACH ROW EXECUTE FUNCTION announce_lock();
CREATE TRIGGER announce_change AFTER UPDATE ON "ArticleLock" FOR EACH ROW
  WHEN ((OLD."tab", OLD."askedTab") IS DISTINCT FROM (NEW."tab", NEW."askedTab")) EXECUTE FUNCTION announce_lock();
