-- Trigram search in titles and texts.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('reporter', 'desk_editor', 'department_head', 'chief_on_duty', 'page_editor', 'proofreader', 'chief_editor', 'admin');

-- CreateEnum
CREATE TYPE "ArticleState" AS ENUM ('draft', 'submitted', 'first_review', 'second_review', 'final_review', 'signed_off', 'placed', 'locked', 'published', 'corrected', 'withdrawn', 'returned', 'held', 'spiked');

-- CreateEnum
CREATE TYPE "ColumnKind" AS ENUM ('plain', 'special', 'interview');

-- CreateEnum
CREATE TYPE "BylineRole" AS ENUM ('reporter', 'correspondent', 'photographer', 'author', 'editor');

-- CreateEnum
CREATE TYPE "ReviewStage" AS ENUM ('first', 'second', 'final');

-- CreateEnum
CREATE TYPE "ReviewVerdict" AS ENUM ('signed', 'returned');

-- CreateTable
CREATE TABLE "Paper" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slogan" TEXT NOT NULL DEFAULT '',
    "cnNumber" TEXT NOT NULL DEFAULT '',
    "sponsor" TEXT NOT NULL DEFAULT '',
    "grid" TEXT NOT NULL DEFAULT '四开',
    "footer" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "issueNo" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ,
    "retiredAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Page" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "editionId" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "credits" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PageVersion" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "brief" JSONB NOT NULL,
    "sheet" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PageVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "pageId" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,

    CONSTRAINT "Placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Article" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "state" "ArticleState" NOT NULL DEFAULT 'draft',
    "revision" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ArticleRevision" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kicker" TEXT NOT NULL DEFAULT '',
    "headline" TEXT NOT NULL DEFAULT '',
    "deck" TEXT NOT NULL DEFAULT '',
    "dateline" TEXT NOT NULL DEFAULT '',
    "columnId" TEXT,
    "seriesId" TEXT,
    "body" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "words" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "requestId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ArticleRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Byline" (
    "revisionId" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "role" "BylineRole" NOT NULL,
    "name" TEXT NOT NULL,
    "office" TEXT NOT NULL DEFAULT '',
    "reporterId" TEXT,
    "paperId" TEXT NOT NULL,

    CONSTRAINT "Byline_pkey" PRIMARY KEY ("revisionId","order")
);

-- CreateTable
CREATE TABLE "RevisionTag" (
    "revisionId" TEXT NOT NULL,
    "tagId" TEXT NOT NULL,

    CONSTRAINT "RevisionTag_pkey" PRIMARY KEY ("revisionId","tagId")
);

-- CreateTable
CREATE TABLE "Publication" (
    "articleId" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "columnId" TEXT,
    "seriesId" TEXT,
    "editionDate" DATE NOT NULL,
    "pageNo" INTEGER NOT NULL,
    "pageName" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ NOT NULL,
    "updatedAt" TIMESTAMPTZ NOT NULL,
    "correction" TEXT NOT NULL DEFAULT '',
    "correctedAt" TIMESTAMPTZ,
    "withdrawnAt" TIMESTAMPTZ,
    "withdrawNote" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "Column" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ColumnKind" NOT NULL DEFAULT 'plain',
    "intro" TEXT NOT NULL DEFAULT '',
    "order" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "Column_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "order" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "intro" TEXT NOT NULL DEFAULT '',
    "order" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reporter" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "portraitId" TEXT,
    "pressCard" TEXT NOT NULL DEFAULT '',
    "department" TEXT NOT NULL DEFAULT '',
    "beats" TEXT[],
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "public" BOOLEAN NOT NULL DEFAULT true,
    "userId" TEXT,
    "retiredAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reporter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "passwordChangedAt" TIMESTAMPTZ,
    "roles" "Role"[],
    "department" TEXT NOT NULL DEFAULT '',
    "disabledAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "endedAt" TIMESTAMPTZ,
    "ip" TEXT NOT NULL DEFAULT '',
    "agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invite" (
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "usedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "SignIn" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "login" TEXT NOT NULL,
    "userId" TEXT,
    "ok" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "agent" TEXT NOT NULL,

    CONSTRAINT "SignIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaAsset" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "renditions" JSONB NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',
    "credit" TEXT NOT NULL DEFAULT '',
    "alt" TEXT NOT NULL DEFAULT '',
    "uploadedById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MediaAsset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MediaUse" (
    "revisionId" TEXT NOT NULL,
    "mediaId" TEXT NOT NULL,

    CONSTRAINT "MediaUse_pkey" PRIMARY KEY ("revisionId","mediaId")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "stage" "ReviewStage" NOT NULL,
    "verdict" "ReviewVerdict" NOT NULL,
    "actorId" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trace" (
    "id" BIGSERIAL NOT NULL,
    "paperId" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "actorId" TEXT,
    "actorName" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" TEXT NOT NULL DEFAULT '',
    "after" TEXT NOT NULL DEFAULT '',
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "Trace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" BIGSERIAL NOT NULL,
    "paperId" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "touched" TEXT[],
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),
    "lockedUntil" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "doneAt" TIMESTAMPTZ,

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredPage" (
    "path" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "headers" JSONB NOT NULL,
    "etag" TEXT NOT NULL,
    "tags" TEXT[],
    "identity" BYTEA,
    "gzip" BYTEA,
    "br" BYTEA,
    "renderedAt" TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "StoredPage_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "TagPurge" (
    "tag" TEXT NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "TagPurge_pkey" PRIMARY KEY ("tag")
);

-- CreateIndex
CREATE UNIQUE INDEX "Edition_paperId_date_key" ON "Edition"("paperId", "date");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_paperId_issueNo_key" ON "Edition"("paperId", "issueNo");

-- CreateIndex
CREATE UNIQUE INDEX "Page_editionId_no_key" ON "Page"("editionId", "no");

-- CreateIndex
CREATE UNIQUE INDEX "PageVersion_pageId_number_key" ON "PageVersion"("pageId", "number");

-- CreateIndex
CREATE INDEX "Placement_pageId_order_idx" ON "Placement"("pageId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_articleId_pageId_key" ON "Placement"("articleId", "pageId");

-- CreateIndex
CREATE INDEX "Article_paperId_state_updatedAt_idx" ON "Article"("paperId", "state", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Article_paperId_updatedAt_idx" ON "Article"("paperId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Article_authorId_updatedAt_idx" ON "Article"("authorId", "updatedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Article_id_revision_key" ON "Article"("id", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleRevision_requestId_key" ON "ArticleRevision"("requestId");

-- CreateIndex
CREATE INDEX "ArticleRevision_columnId_idx" ON "ArticleRevision"("columnId");

-- CreateIndex
CREATE INDEX "ArticleRevision_seriesId_idx" ON "ArticleRevision"("seriesId");

-- CreateIndex
CREATE UNIQUE INDEX "ArticleRevision_articleId_number_key" ON "ArticleRevision"("articleId", "number");

-- CreateIndex
CREATE INDEX "Byline_reporterId_idx" ON "Byline"("reporterId");

-- CreateIndex
CREATE INDEX "RevisionTag_tagId_idx" ON "RevisionTag"("tagId");

-- CreateIndex
CREATE INDEX "Publication_paperId_editionDate_pageNo_rank_idx" ON "Publication"("paperId", "editionDate" DESC, "pageNo", "rank");

-- CreateIndex
CREATE INDEX "Publication_columnId_editionDate_pageNo_rank_idx" ON "Publication"("columnId", "editionDate" DESC, "pageNo", "rank");

-- CreateIndex
CREATE INDEX "Publication_seriesId_editionDate_pageNo_rank_idx" ON "Publication"("seriesId", "editionDate" DESC, "pageNo", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "Publication_articleId_revision_key" ON "Publication"("articleId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Column_paperId_slug_key" ON "Column"("paperId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Column_paperId_name_key" ON "Column"("paperId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Series_paperId_slug_key" ON "Series"("paperId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Series_paperId_name_key" ON "Series"("paperId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_paperId_slug_key" ON "Tag"("paperId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_paperId_name_key" ON "Tag"("paperId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Reporter_userId_key" ON "Reporter"("userId");

-- CreateIndex
CREATE INDEX "Reporter_paperId_pinyin_idx" ON "Reporter"("paperId", "pinyin");

-- CreateIndex
CREATE UNIQUE INDEX "Reporter_paperId_pressCard_name_key" ON "Reporter"("paperId", "pressCard", "name");

-- CreateIndex
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Invite_userId_idx" ON "Invite"("userId");

-- CreateIndex
CREATE INDEX "SignIn_login_at_idx" ON "SignIn"("login", "at");

-- CreateIndex
CREATE INDEX "SignIn_ip_at_idx" ON "SignIn"("ip", "at");

-- CreateIndex
CREATE INDEX "SignIn_userId_at_idx" ON "SignIn"("userId", "at");

-- CreateIndex
CREATE INDEX "MediaAsset_paperId_createdAt_idx" ON "MediaAsset"("paperId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "MediaAsset_paperId_hash_key" ON "MediaAsset"("paperId", "hash");

-- CreateIndex
CREATE INDEX "MediaUse_mediaId_idx" ON "MediaUse"("mediaId");

-- CreateIndex
CREATE INDEX "Review_articleId_createdAt_idx" ON "Review"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "Trace_paperId_id_idx" ON "Trace"("paperId", "id" DESC);

-- CreateIndex
CREATE INDEX "Trace_subjectType_subjectId_id_idx" ON "Trace"("subjectType", "subjectId", "id" DESC);

-- CreateIndex
CREATE INDEX "Trace_actorId_id_idx" ON "Trace"("actorId", "id" DESC);

-- CreateIndex
CREATE INDEX "Outbox_doneAt_id_idx" ON "Outbox"("doneAt", "id");

-- CreateIndex
CREATE INDEX "StoredPage_tags_idx" ON "StoredPage" USING GIN ("tags");

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Page" ADD CONSTRAINT "Page_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PageVersion" ADD CONSTRAINT "PageVersion_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_pageId_fkey" FOREIGN KEY ("pageId") REFERENCES "Page"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
-- By hand: article and first revision point at each other, so the check waits for COMMIT.
ALTER TABLE "Article" ADD CONSTRAINT "Article_id_revision_fkey" FOREIGN KEY ("id", "revision") REFERENCES "ArticleRevision"("articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_columnId_fkey" FOREIGN KEY ("columnId") REFERENCES "Column"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleRevision" ADD CONSTRAINT "ArticleRevision_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Byline" ADD CONSTRAINT "Byline_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "Reporter"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionTag" ADD CONSTRAINT "RevisionTag_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionTag" ADD CONSTRAINT "RevisionTag_tagId_fkey" FOREIGN KEY ("tagId") REFERENCES "Tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_articleId_revision_fkey" FOREIGN KEY ("articleId", "revision") REFERENCES "ArticleRevision"("articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Column" ADD CONSTRAINT "Column_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reporter" ADD CONSTRAINT "Reporter_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reporter" ADD CONSTRAINT "Reporter_portraitId_fkey" FOREIGN KEY ("portraitId") REFERENCES "MediaAsset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reporter" ADD CONSTRAINT "Reporter_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invite" ADD CONSTRAINT "Invite_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignIn" ADD CONSTRAINT "SignIn_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaAsset" ADD CONSTRAINT "MediaAsset_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "Paper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ArticleRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MediaUse" ADD CONSTRAINT "MediaUse_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "MediaAsset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- From here on by hand: what Prisma's schema cannot say.

-- Titles and texts are searched by substring.
CREATE INDEX "ArticleRevision_headline_trgm" ON "ArticleRevision" USING gin ("headline" gin_trgm_ops);

-- Revisions, page versions and signatures are immutable; the trace is append-only. A trigger holds for
-- every role, the owner's included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "Trace" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON "Trace" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "ArticleRevision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable_all BEFORE TRUNCATE ON "ArticleRevision" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "PageVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable_all BEFORE TRUNCATE ON "PageVersion" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON "Review" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER immutable_all BEFORE TRUNCATE ON "Review" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A new outbox row wakes the consumer when its transaction commits.
CREATE FUNCTION announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END $$;
CREATE TRIGGER announce AFTER INSERT ON "Outbox" FOR EACH STATEMENT EXECUTE FUNCTION announce_outbox();

-- What readers may see.
CREATE VIEW "PublishedArticle" AS
  SELECT p."articleId" AS "id", p."paperId", p."revision", r."id" AS "revisionId", r."kicker", r."headline", r."deck",
         r."dateline", p."columnId", p."seriesId", r."body", r."text", r."words", p."editionDate", p."pageNo",
         p."pageName", p."rank", p."publishedAt", p."updatedAt", p."correction", p."correctedAt"
  FROM "Publication" p JOIN "ArticleRevision" r ON r."articleId" = p."articleId" AND r."number" = p."revision"
  WHERE p."withdrawnAt" IS NULL;

CREATE VIEW "PublishedByline" AS
  SELECT p."articleId", b."order", b."role", b."name", b."office", b."reporterId", p."editionDate", p."pageNo", p."rank"
  FROM "Publication" p JOIN "ArticleRevision" r ON r."articleId" = p."articleId" AND r."number" = p."revision"
  JOIN "Byline" b ON b."revisionId" = r."id"
  WHERE p."withdrawnAt" IS NULL;

CREATE VIEW "PublishedTag" AS
  SELECT p."articleId", t."tagId", p."editionDate", p."pageNo", p."rank"
  FROM "Publication" p JOIN "ArticleRevision" r ON r."articleId" = p."articleId" AND r."number" = p."revision"
  JOIN "RevisionTag" t ON t."revisionId" = r."id"
  WHERE p."withdrawnAt" IS NULL;

CREATE VIEW "WithdrawnArticle" AS
  SELECT "articleId" AS "id", "paperId", "withdrawnAt", "withdrawNote" FROM "Publication" WHERE "withdrawnAt" IS NOT NULL;

CREATE VIEW "PublishedEdition" AS
  SELECT "id", "paperId", "date", "issueNo", "publishedAt" FROM "Edition" WHERE "publishedAt" IS NOT NULL;

CREATE VIEW "PublishedPage" AS
  SELECT g."id", g."paperId", g."editionId", e."date", g."no", g."name", g."credits", v."number", v."brief", v."sheet",
         v."createdAt" AS "updatedAt"
  FROM "Page" g JOIN "Edition" e ON e."id" = g."editionId"
  CROSS JOIN LATERAL (SELECT * FROM "PageVersion" WHERE "pageId" = g."id" ORDER BY "number" DESC LIMIT 1) v
  WHERE e."publishedAt" IS NOT NULL;

CREATE VIEW "PublishedReporter" AS
  SELECT "id", "paperId", "name", "pinyin", "portraitId", "pressCard", "department", "beats",
         CASE WHEN "retiredAt" IS NULL THEN "email" ELSE '' END AS "email",
         CASE WHEN "retiredAt" IS NULL THEN "phone" ELSE '' END AS "phone",
         "public", "retiredAt"
  FROM "Reporter" WHERE "public";

CREATE VIEW "PublishedMedia" AS
  SELECT m."id", m."paperId", m."mime", m."width", m."height", m."renditions" FROM "MediaAsset" m
  WHERE EXISTS (
    SELECT 1 FROM "MediaUse" u JOIN "ArticleRevision" r ON r."id" = u."revisionId"
    JOIN "Publication" p ON p."articleId" = r."articleId" AND p."revision" = r."number"
    WHERE u."mediaId" = m."id" AND p."withdrawnAt" IS NULL)
  OR EXISTS (SELECT 1 FROM "Reporter" x WHERE x."portraitId" = m."id" AND x."public");

-- The role of the reader's reads: published views and the names of columns, nothing else.
DO $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'shangban_reader') THEN
    BEGIN
      CREATE ROLE shangban_reader NOLOGIN;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this cluster was first
    END;
  END IF;
  EXECUTE format('GRANT shangban_reader TO %I', current_user);
END $$;
GRANT USAGE ON SCHEMA public TO shangban_reader;
GRANT SELECT ON "Paper", "Column", "Series", "Tag", "PublishedArticle", "PublishedByline", "PublishedTag",
  "WithdrawnArticle", "PublishedEdition", "PublishedPage", "PublishedReporter", "PublishedMedia" TO shangban_reader;
