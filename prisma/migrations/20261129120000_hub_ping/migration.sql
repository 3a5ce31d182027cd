-- A feed of whose change the hub (WebSub) has not heard yet.
-- CreateTable
CREATE TABLE "HubPing" (
    "topic" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT NOT NULL DEFAULT '',
    "lockedUntil" TIMESTAMPTZ,
    "createdAt" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HubPing_pkey" PRIMARY KEY ("topic")
);
