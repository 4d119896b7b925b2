-- A second wall: whoever reads as isoward_server sees the rows of the clinics that isoward.clinics names, and nothing
-- where it names none; beside them the streams that isoward.streams names. `*` is the server itself, at work for all. What the application forgets to ask is not shown.
-- FORCE: whoever owns the tables is held to it too, as where a server may work as nobody else.

-- Canonical JSON has no space, and a quotation mark within a string has a backslash before it: the first match is the
-- header's own field.
CREATE FUNCTION ledger.clinic_of(header text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN substring(header FROM '"clinic":"((?:[^"\\]|\\.)*)"');

ALTER TABLE ledger.entries ADD COLUMN clinic text COLLATE "C" GENERATED ALWAYS AS (ledger.clinic_of(header)) STORED;

-- Each is asked in brackets of its own, so that it is once a query and not once a row.
CREATE FUNCTION ledger.clinics() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(coalesce(current_setting('isoward.clinics', true), ''), ',');
CREATE FUNCTION ledger.streams() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN string_to_array(coalesce(current_setting('isoward.streams', true), ''), ',');
CREATE FUNCTION ledger.sees_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('isoward.clinics', true), '') = '*';

-- What entries are seen, the read models know best: the policy is made anew with them (second-wall.ts).
ALTER TABLE ledger.entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_clinics ON ledger.entries USING ((SELECT ledger.sees_all()));

ALTER TABLE ledger.heads ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_clinics ON ledger.heads USING (
  (SELECT ledger.sees_all())
  OR EXISTS (SELECT FROM ledger.entries e WHERE e.stream = heads.stream AND e.version = heads.version));
ALTER TABLE ledger.remembered ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_clinics ON ledger.remembered USING (
  (SELECT ledger.sees_all())
  OR EXISTS (SELECT FROM ledger.entries e WHERE e.stream = remembered.stream AND e.version = remembered.first));
