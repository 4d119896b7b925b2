-- The keys of private parts, one a stream. A key that was destroyed is null, so that none is made for its stream again.
CREATE TABLE keys.keys (
  stream text COLLATE "C" PRIMARY KEY,
  key bytea,
  created text NOT NULL
);

-- The proof of each erasure hangs on the one before.
CREATE TABLE keys.erasures (
  number integer PRIMARY KEY,
  stream text COLLATE "C" NOT NULL UNIQUE,
  erased_at text NOT NULL,
  key_hash text,
  hash text NOT NULL
);

CREATE FUNCTION keys.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% are never changed and never removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER erasures_stand BEFORE UPDATE OR DELETE ON keys.erasures
  FOR EACH ROW EXECUTE FUNCTION keys.refuse();
CREATE TRIGGER erasures_stay BEFORE TRUNCATE ON keys.erasures
  FOR EACH STATEMENT EXECUTE FUNCTION keys.refuse();
