-- Who has taken a story for its first review; how many suggestions stand open in a revision.
ALTER TABLE "Article" ADD COLUMN "takenById" TEXT;
ALTER TABLE "ArticleRevision" ADD COLUMN "suggestions" INTEGER NOT NULL DEFAULT 0;
-- A story is judged by the editors of its author's department.
UPDATE "Article" a SET "desk" = u."department" FROM "User" u WHERE u."id" = a."authorId";
