-- Which rules a newsroom has switched off, and what finds a story that was written before.
-- AlterTable
ALTER TABLE "Paper" ADD COLUMN     "checksOff" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "StoryPrint" (
    "articleId" TEXT NOT NULL,
    "paperId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "bands" INTEGER[],

    CONSTRAINT "StoryPrint_pkey" PRIMARY KEY ("articleId")
);

-- CreateIndex
CREATE INDEX "StoryPrint_bands_idx" ON "StoryPrint" USING GIN ("bands");

-- AddForeignKey
ALTER TABLE "StoryPrint" ADD CONSTRAINT "StoryPrint_articleId_fkey" FOREIGN KEY ("articleId") REFERENCES "Article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
