-- header and body are canonical JSON, byte for byte what was hashed; sealed is the encrypted private part.
-- Every key begins with the stream, so that a distributed PostgreSQL can keep a patient's rows together.
CREATE TABLE ledger.entries (
  stream text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  position bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  header text NOT NULL,
  body text NOT NULL,
  sealed bytea,
  hash text NOT NULL,
  PRIMARY KEY (stream, version),
  UNIQUE (stream, id)
);
CREATE UNIQUE INDEX entries_position ON ledger.entries (position);

CREATE TABLE ledger.heads (
  stream text COLLATE "C" PRIMARY KEY,
  version integer NOT NULL,
  hash text NOT NULL
) WITH (fillfactor = 80);

CREATE TABLE ledger.remembered (
  key text COLLATE "C" PRIMARY KEY,
  request text NOT NULL,
  stream text COLLATE "C" NOT NULL,
  first integer NOT NULL,
  last integer NOT NULL
);

-- One row. Whoever appends holds it from before the positions are taken until they are committed, so that no reader
-- ever sees a position while one before it can still come. read_models is the make of the tables in the schema views.
CREATE TABLE ledger.counter (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  position bigint NOT NULL,
  read_models text,
  created_at text NOT NULL
) WITH (fillfactor = 10);

-- What is no entry: when somebody last tried whether it can be written.
CREATE TABLE ledger.about (
  name text COLLATE "C" PRIMARY KEY,
  value text NOT NULL
);

-- The record only grows. Whoever wants it otherwise has to take these away first, and the chain still tells.
CREATE FUNCTION ledger.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% are never changed and never removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entries_stand BEFORE UPDATE OR DELETE ON ledger.entries
  FOR EACH ROW EXECUTE FUNCTION ledger.refuse();
CREATE TRIGGER entries_stay BEFORE TRUNCATE ON ledger.entries
  FOR EACH STATEMENT EXECUTE FUNCTION ledger.refuse();

-- Read models: tables of the projector, made by the server that fills them.
CREATE SCHEMA views;
