-- A publication that has put its pages before readers itself owes the store nothing more.
-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN "purged" BOOLEAN NOT NULL DEFAULT false;
