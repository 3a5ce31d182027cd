-- Who pulled a proof: he does not sign it. Names are not enough to tell persons apart.
ALTER TABLE "PageVersion" ADD COLUMN "actorId" TEXT;

-- What has appeared went to print as readers first had it.
UPDATE "Page" g SET "stage" = 'locked', "lockedVersion" = v."number", "lockedAt" = e."publishedAt", "stageSince" = e."publishedAt"
FROM "Edition" e, "PageVersion" v
WHERE e."id" = g."editionId" AND e."publishedAt" IS NOT NULL AND v."pageId" = g."id" AND v."published" = 1;
