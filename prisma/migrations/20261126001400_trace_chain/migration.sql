-- The trace as a chain: each row carries the hash of the one before it in its paper, so that a change, a removal or an
-- insertion shows. The database itself numbers and links; lib/trace/chain.ts recomputes it independently.
-- AlterTable
ALTER TABLE "Trace" ADD COLUMN     "hash" TEXT,
ADD COLUMN     "prev" TEXT,
ADD COLUMN     "seq" BIGINT;

-- CreateTable
-- By hand: every act updates this row, so most of its page is left for the next versions of it.
CREATE TABLE "TraceHead" (
    "paperId" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "TraceHead_pkey" PRIMARY KEY ("paperId")
) WITH (fillfactor = 10);

-- Fields one after the other, each with its length in bytes before it, so that no two lists read the same; what is absent
-- is not what is empty.
CREATE FUNCTION trace_digest(fields TEXT[]) RETURNS TEXT LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  said TEXT := '';
  field TEXT;
BEGIN
  FOREACH field IN ARRAY fields LOOP
    said := said || coalesce(octet_length(field) || ':' || field, '-') || ',';
  END LOOP;
  RETURN encode(sha256(convert_to(said, 'UTF8')), 'hex');
END $$;

CREATE FUNCTION trace_genesis(paper TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT trace_digest(ARRAY['shangban trace 1', paper])
$$;

-- Every column but the hash itself; moments as microseconds since 1970, the detail as jsonb prints it.
CREATE FUNCTION trace_hash(entry "Trace") RETURNS TEXT LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN trace_digest(ARRAY[
    'shangban trace 1', entry."prev", entry."seq"::text, entry."id"::text, entry."paperId",
    (extract(epoch FROM entry."at") * 1000000)::bigint::text,
    entry."actorId", entry."actorName", entry."ip", entry."act", entry."subjectType", entry."subjectId", entry."subject",
    entry."before", entry."after", entry."detail"::text]);
END $$;

-- The record is read by its numbers: those follow the order of the commits, ids do not.
-- DropIndex
DROP INDEX "Trace_actorId_id_idx";

-- DropIndex
DROP INDEX "Trace_paperId_id_idx";

-- DropIndex
DROP INDEX "Trace_subjectType_subjectId_id_idx";

-- What was recorded before there was a chain is linked in the order in which it was recorded.
ALTER TABLE "Trace" DISABLE TRIGGER append_only;
DO $$
DECLARE
  entry "Trace";
  head "TraceHead";
BEGIN
  FOR entry IN SELECT * FROM "Trace" ORDER BY "paperId", "id" LOOP
    IF head."paperId" IS DISTINCT FROM entry."paperId" THEN
      IF head."paperId" IS NOT NULL THEN
        INSERT INTO "TraceHead" VALUES (head.*);
      END IF;
      head := ROW(entry."paperId", 0, trace_genesis(entry."paperId"));
    END IF;
    entry."seq" := head."seq" + 1;
    entry."prev" := head."hash";
    entry."hash" := trace_hash(entry);
    UPDATE "Trace" SET "seq" = entry."seq", "prev" = entry."prev", "hash" = entry."hash" WHERE "id" = entry."id";
    head."seq" := entry."seq";
    head."hash" := entry."hash";
  END LOOP;
  IF head."paperId" IS NOT NULL THEN
    INSERT INTO "TraceHead" VALUES (head.*);
  END IF;
END $$;
ALTER TABLE "Trace" ENABLE TRIGGER append_only;

-- AlterTable
ALTER TABLE "Trace" ALTER COLUMN "hash" SET NOT NULL,
ALTER COLUMN "prev" SET NOT NULL,
ALTER COLUMN "seq" SET NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "Trace_paperId_seq_key" ON "Trace"("paperId", "seq");

-- CreateIndex
CREATE INDEX "Trace_subjectType_subjectId_seq_idx" ON "Trace"("subjectType", "subjectId", "seq" DESC);

-- CreateIndex
CREATE INDEX "Trace_actorId_seq_idx" ON "Trace"("actorId", "seq" DESC);

-- Links a new row, whatever its writer says of number, time and hashes. The head stays locked until the transaction
-- ends: writers of one paper queue here, so that acts stand in the order of their commits and no number is missing.
CREATE FUNCTION chain_trace() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "TraceHead";
BEGIN
  SELECT * INTO head FROM "TraceHead" WHERE "paperId" = NEW."paperId" FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "TraceHead" VALUES (NEW."paperId", 0, trace_genesis(NEW."paperId")) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM "TraceHead" WHERE "paperId" = NEW."paperId" FOR UPDATE;
  END IF;
  NEW."at" := clock_timestamp();
  NEW."seq" := head."seq" + 1;
  NEW."prev" := head."hash";
  NEW."hash" := trace_hash(NEW);
  UPDATE "TraceHead" SET "seq" = NEW."seq", "hash" = NEW."hash" WHERE "paperId" = NEW."paperId";
  RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON "Trace" FOR EACH ROW EXECUTE FUNCTION chain_trace();

-- The head moves with the trace alone: from anywhere but its trigger a change is refused.
CREATE FUNCTION guard_trace_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() > 1 AND TG_OP IN ('INSERT', 'UPDATE') THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is moved by the trace alone', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON "TraceHead" FOR EACH ROW EXECUTE FUNCTION guard_trace_head();
CREATE TRIGGER guard_all BEFORE TRUNCATE ON "TraceHead" FOR EACH STATEMENT EXECUTE FUNCTION guard_trace_head();

-- What is wrong with a paper's chain, by number; no rows: nothing. `missing` names the first number of a gap.
CREATE FUNCTION verify_trace(paper TEXT) RETURNS TABLE ("seq" BIGINT, "fault" TEXT) LANGUAGE sql STABLE AS $$
  WITH chain AS (
    SELECT t."seq", t."prev", t."hash", trace_hash(t) AS recomputed,
      coalesce(lag(t."seq") OVER numbered, 0) AS before,
      coalesce(lag(t."hash") OVER numbered, trace_genesis(paper)) AS link
    FROM "Trace" t WHERE t."paperId" = paper
    WINDOW numbered AS (ORDER BY t."seq", t."id")
  ), tail AS (
    SELECT coalesce(max(c."seq"), 0) AS "seq",
      coalesce((SELECT c."hash" FROM chain c ORDER BY c."seq" DESC LIMIT 1), trace_genesis(paper)) AS "hash"
    FROM chain c
  ), head AS (
    SELECT coalesce(max(h."seq"), 0) AS "seq", coalesce(max(h."hash"), trace_genesis(paper)) AS "hash"
    FROM "TraceHead" h WHERE h."paperId" = paper
  )
  SELECT c."seq", 'changed' FROM chain c WHERE c."hash" <> c.recomputed
  UNION ALL SELECT c.before + 1, 'missing' FROM chain c WHERE c."seq" > c.before + 1
  UNION ALL SELECT c."seq", 'repeated' FROM chain c WHERE c."seq" <= c.before
  UNION ALL SELECT c."seq", 'unlinked' FROM chain c WHERE c."seq" = c.before + 1 AND c."prev" <> c.link
  UNION ALL SELECT t."seq" + 1, 'cut' FROM tail t, head h WHERE h."seq" > t."seq"
  UNION ALL SELECT h."seq" + 1, 'added' FROM tail t, head h WHERE h."seq" < t."seq"
  UNION ALL SELECT h."seq", 'head' FROM tail t, head h WHERE h."seq" = t."seq" AND h."hash" <> t."hash"
  ORDER BY 1, 2
$$;
