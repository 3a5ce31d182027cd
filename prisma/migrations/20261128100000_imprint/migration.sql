-- What the law wants printed in a newspaper beside its name, number and sponsor. Address and telephone were the site's before.
ALTER TABLE "Paper" ADD COLUMN     "imprint" JSONB NOT NULL DEFAULT '{}';

UPDATE "Paper" SET
	"imprint" = jsonb_build_object('address', coalesce("footer"->>'address', ''), 'phone', coalesce("footer"->>'phone', '')),
	"footer" = "footer" - 'address' - 'phone';
