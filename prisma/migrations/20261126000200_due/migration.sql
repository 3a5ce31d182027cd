-- Timed publication: what kept a due row from being published, and when that was tried last.
ALTER TABLE "Article" ADD COLUMN "publishTrouble" TEXT NOT NULL DEFAULT '', ADD COLUMN "publishTriedAt" TIMESTAMPTZ;
ALTER TABLE "Edition" ADD COLUMN "publishTrouble" TEXT NOT NULL DEFAULT '', ADD COLUMN "publishTriedAt" TIMESTAMPTZ;
CREATE INDEX "Edition_publishAt_idx" ON "Edition"("publishAt");
