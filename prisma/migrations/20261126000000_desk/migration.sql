-- The desk: reviews in three stages, locks, comments, names of revisions, previews, checks, the ledger of people.
-- CreateEnum
CREATE TYPE "ReturnReason" AS ENUM ('facts', 'sources', 'angle', 'structure', 'wording', 'headline', 'picture', 'length', 'duplicate', 'rules', 'other');

-- CreateEnum
CREATE TYPE "ReviewMode" AS ENUM ('strict', 'flagged');

-- CreateEnum
CREATE TYPE "TitleStatus" AS ENUM ('proposed', 'confirmed', 'rejected');

-- AlterEnum
ALTER TYPE "ReviewVerdict" ADD VALUE 'carried';

-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "desk" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "dueAt" TIMESTAMPTZ,
ADD COLUMN     "embargoUntil" TIMESTAMPTZ,
ADD COLUMN     "heldFrom" "ArticleState",
ADD COLUMN     "holdReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "plannedWords" INTEGER,
ADD COLUMN     "publishAt" TIMESTAMPTZ,
ADD COLUMN     "publishById" TEXT,
ADD COLUMN     "stateSince" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "urgent" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ArticleRevision" ADD COLUMN     "amendment" JSONB,
ADD COLUMN     "feedTitle" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "webTitle" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "wechatTitle" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "publishAt" TIMESTAMPTZ,
ADD COLUMN     "publishById" TEXT;

-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "reviewMode" "ReviewMode" NOT NULL DEFAULT 'strict';

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "flag" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reason" "ReturnReason",
ADD COLUMN     "returnTo" "ReviewStage";

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "desks" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "RevisionName" (
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RevisionName_pkey" PRIMARY KEY ("articleId","number","name")
);

-- CreateTable
CREATE TABLE "ArticleLock" (
    "articleId" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "tab" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "askedById" TEXT,
    "askedBy" TEXT NOT NULL DEFAULT '',
    "askedTab" TEXT NOT NULL DEFAULT '',
    "askedAt" TIMESTAMPTZ,

    CONSTRAINT "ArticleLock_pkey" PRIMARY KEY ("articleId")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "parentId" TEXT,
    "revision" INTEGER NOT NULL,
    "authorId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "blocking" BOOLEAN NOT NULL DEFAULT false,
    "exact" TEXT NOT NULL DEFAULT '',
    "prefix" TEXT NOT NULL DEFAULT '',
    "suffix" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ,
    "resolvedAt" TIMESTAMPTZ,
    "resolverId" TEXT,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommentMention" (
    "commentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ,

    CONSTRAINT "CommentMention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateTable
CREATE TABLE "ProofMark" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "actorId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProofMark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ NOT NULL,
    "revokedAt" TIMESTAMPTZ,
    "seenAt" TIMESTAMPTZ,

    CONSTRAINT "PreviewLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckTerm" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "severity" TEXT NOT NULL DEFAULT 'warning',
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "CheckTerm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CheckIgnore" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "articleId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CheckIgnore_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "pinyin" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PersonTitle" (
    "id" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "status" "TitleStatus" NOT NULL DEFAULT 'proposed',
    "sourceArticleId" TEXT,
    "confirmedById" TEXT,
    "confirmedAt" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PersonTitle_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Comment_articleId_createdAt_idx" ON "Comment"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "CommentMention_userId_seenAt_idx" ON "CommentMention"("userId", "seenAt");

-- CreateIndex
CREATE INDEX "ProofMark_articleId_createdAt_idx" ON "ProofMark"("articleId", "createdAt");

-- CreateIndex
CREATE INDEX "PreviewLink_articleId_createdAt_idx" ON "PreviewLink"("articleId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CheckTerm_paperId_rule_wrong_key" ON "CheckTerm"("paperId", "rule", "wrong");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIgnore_articleId_rule_text_key" ON "CheckIgnore"("articleId", "rule", "text");

-- CreateIndex
CREATE INDEX "Person_paperId_name_idx" ON "Person"("paperId", "name");

-- CreateIndex
CREATE INDEX "PersonTitle_paperId_status_idx" ON "PersonTitle"("paperId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "PersonTitle_personId_title_key" ON "PersonTitle"("personId", "title");

-- CreateIndex
CREATE INDEX "Article_publishAt_idx" ON "Article"("publishAt");

-- AddForeignKey
ALTER TABLE "RevisionName" ADD CONSTRAINT "RevisionName_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionName" ADD CONSTRAINT "RevisionName_articleId_number_fkey" FOREIGN KEY ("articleId", "number") REFERENCES "ArticleRevision"("articleId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleLock" ADD CONSTRAINT "ArticleLock_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArticleLock" ADD CONSTRAINT "ArticleLock_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Comment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_resolverId_fkey" FOREIGN KEY ("resolverId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommentMention" ADD CONSTRAINT "CommentMention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProofMark" ADD CONSTRAINT "ProofMark_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProofMark" ADD CONSTRAINT "ProofMark_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIgnore" ADD CONSTRAINT "CheckIgnore_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonTitle" ADD CONSTRAINT "PersonTitle_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


