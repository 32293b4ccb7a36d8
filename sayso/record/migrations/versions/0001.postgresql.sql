CREATE TABLE documents (
  n SERIAL NOT NULL,
  id VARCHAR(16) NOT NULL,
  name TEXT NOT NULL,
  series TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  text TEXT NOT NULL,
  title TEXT,
  url TEXT,
  outlet TEXT,
  byline TEXT,
  published DATE,
  published_at VARCHAR(40),
  modified VARCHAR(40),
  fetched VARCHAR(40),
  language VARCHAR(8),
  origin TEXT,
  added VARCHAR(40) NOT NULL,
  CONSTRAINT pk_documents PRIMARY KEY (n),
  CONSTRAINT uq_documents_series_version UNIQUE (series, version),
  CONSTRAINT uq_documents_id UNIQUE (id)
);

CREATE INDEX ix_documents_name ON documents (name);

CREATE INDEX ix_documents_published_n ON documents (published, n);

CREATE INDEX ix_documents_sha256 ON documents (sha256);

CREATE TABLE failures (
  n SERIAL NOT NULL,
  id VARCHAR(16) NOT NULL,
  "where" TEXT NOT NULL,
  reason TEXT NOT NULL,
  advice TEXT NOT NULL,
  added VARCHAR(40) NOT NULL,
  CONSTRAINT pk_failures PRIMARY KEY (n),
  CONSTRAINT uq_failures_id UNIQUE (id)
);

CREATE TABLE meta (
  name VARCHAR(64) NOT NULL,
  value TEXT NOT NULL,
  CONSTRAINT pk_meta PRIMARY KEY (name)
);

CREATE TABLE document_notes (
  document INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  detail TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  CONSTRAINT pk_document_notes PRIMARY KEY (document, position),
  CONSTRAINT fk_document_notes_document FOREIGN KEY(document) REFERENCES documents (n)
);

CREATE TABLE readings (
  n SERIAL NOT NULL,
  id VARCHAR(16) NOT NULL,
  document INTEGER NOT NULL,
  reader VARCHAR(80) NOT NULL,
  added VARCHAR(40) NOT NULL,
  CONSTRAINT pk_readings PRIMARY KEY (n),
  CONSTRAINT uq_readings_document_reader UNIQUE (document, reader),
  CONSTRAINT uq_readings_id UNIQUE (id),
  CONSTRAINT fk_readings_document FOREIGN KEY(document) REFERENCES documents (n)
);

CREATE TABLE actors (
  n SERIAL NOT NULL,
  id VARCHAR(16) NOT NULL,
  reading INTEGER NOT NULL,
  name VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  kind VARCHAR(16) NOT NULL,
  country VARCHAR(3),
  sector VARCHAR(8),
  CONSTRAINT pk_actors PRIMARY KEY (n),
  CONSTRAINT uq_actors_reading_name UNIQUE (reading, name),
  CONSTRAINT uq_actors_id UNIQUE (id),
  CONSTRAINT fk_actors_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE INDEX ix_actors_country ON actors (country);

CREATE INDEX ix_actors_label ON actors (label);

CREATE TABLE places (
  reading INTEGER NOT NULL,
  position INTEGER NOT NULL,
  listed BOOLEAN NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  name TEXT,
  geonameid INTEGER,
  latitude DOUBLE PRECISION,
  longitude DOUBLE PRECISION,
  country VARCHAR(3),
  feature VARCHAR(16),
  precision VARCHAR(16),
  candidates INTEGER NOT NULL,
  radius_km DOUBLE PRECISION,
  reason TEXT,
  CONSTRAINT pk_places PRIMARY KEY (reading, position),
  CONSTRAINT fk_places_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE INDEX ix_places_geonameid ON places (geonameid);

CREATE TABLE problems (
  reading INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(32) NOT NULL,
  detail TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  CONSTRAINT pk_problems PRIMARY KEY (reading, position),
  CONSTRAINT fk_problems_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE sentences (
  reading INTEGER NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CONSTRAINT pk_sentences PRIMARY KEY (reading, position),
  CONSTRAINT fk_sentences_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE times (
  reading INTEGER NOT NULL,
  position INTEGER NOT NULL,
  listed BOOLEAN NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  type VARCHAR(16) NOT NULL,
  value TEXT,
  earliest DATE,
  latest DATE,
  rule TEXT,
  CONSTRAINT pk_times PRIMARY KEY (reading, position),
  CONSTRAINT fk_times_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE actor_mentions (
  reading INTEGER NOT NULL,
  actor VARCHAR(64) NOT NULL,
  role VARCHAR(16) NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CONSTRAINT pk_actor_mentions PRIMARY KEY (reading, actor, role, position),
  CONSTRAINT fk_actor_mentions_reading_actor FOREIGN KEY(reading, actor) REFERENCES actors (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_actor_mentions_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE actor_roles (
  reading INTEGER NOT NULL,
  actor VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  "of" TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CONSTRAINT pk_actor_roles PRIMARY KEY (reading, actor, position),
  CONSTRAINT fk_actor_roles_reading_actor FOREIGN KEY(reading, actor) REFERENCES actors (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_actor_roles_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE actor_variants (
  reading INTEGER NOT NULL,
  actor VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  spelling TEXT NOT NULL,
  CONSTRAINT pk_actor_variants PRIMARY KEY (reading, actor, position),
  CONSTRAINT fk_actor_variants_reading_actor FOREIGN KEY(reading, actor) REFERENCES actors (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_actor_variants_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE events (
  n SERIAL NOT NULL,
  id VARCHAR(16) NOT NULL,
  reading INTEGER NOT NULL,
  name VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  type VARCHAR(16) NOT NULL,
  place INTEGER,
  place_basis VARCHAR(16),
  time INTEGER,
  tense VARCHAR(16),
  CONSTRAINT pk_events PRIMARY KEY (n),
  CONSTRAINT uq_events_reading_name UNIQUE (reading, name),
  CONSTRAINT fk_events_reading_place FOREIGN KEY(reading, place) REFERENCES places (reading, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_events_reading_time FOREIGN KEY(reading, time) REFERENCES times (reading, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_events_id UNIQUE (id),
  CONSTRAINT fk_events_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE INDEX ix_events_type ON events (type);

CREATE TABLE statements (
  n SERIAL NOT NULL,
  id VARCHAR(16) NOT NULL,
  reading INTEGER NOT NULL,
  name VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  kind VARCHAR(16) NOT NULL,
  quotation VARCHAR(16) NOT NULL,
  stance VARCHAR(16) NOT NULL,
  within VARCHAR(64),
  said INTEGER,
  CONSTRAINT pk_statements PRIMARY KEY (n),
  CONSTRAINT uq_statements_reading_name UNIQUE (reading, name),
  CONSTRAINT fk_statements_reading_within FOREIGN KEY(reading, within) REFERENCES statements (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statements_reading_said FOREIGN KEY(reading, said) REFERENCES times (reading, position) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT uq_statements_id UNIQUE (id),
  CONSTRAINT fk_statements_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE INDEX ix_statements_kind ON statements (kind);

CREATE TABLE event_factuality (
  reading INTEGER NOT NULL,
  event VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  statement VARCHAR(64),
  value VARCHAR(4) NOT NULL,
  CONSTRAINT pk_event_factuality PRIMARY KEY (reading, event, position),
  CONSTRAINT fk_event_factuality_reading_event FOREIGN KEY(reading, event) REFERENCES events (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_event_factuality_reading_statement FOREIGN KEY(reading, statement) REFERENCES statements (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_event_factuality_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE event_participants (
  reading INTEGER NOT NULL,
  event VARCHAR(64) NOT NULL,
  role VARCHAR(16) NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  actor VARCHAR(64),
  country VARCHAR(3),
  sector VARCHAR(8),
  CONSTRAINT pk_event_participants PRIMARY KEY (reading, event, role, position),
  CONSTRAINT fk_event_participants_reading_event FOREIGN KEY(reading, event) REFERENCES events (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_event_participants_reading_actor FOREIGN KEY(reading, actor) REFERENCES actors (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_event_participants_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE INDEX ix_event_participants_country ON event_participants (country);

CREATE TABLE event_tags (
  reading INTEGER NOT NULL,
  event VARCHAR(64) NOT NULL,
  role VARCHAR(16) NOT NULL,
  position INTEGER NOT NULL,
  tag VARCHAR(64) NOT NULL,
  CONSTRAINT pk_event_tags PRIMARY KEY (reading, event, role, position),
  CONSTRAINT fk_event_tags_reading_event FOREIGN KEY(reading, event) REFERENCES events (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_event_tags_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE event_triggers (
  reading INTEGER NOT NULL,
  event VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CONSTRAINT pk_event_triggers PRIMARY KEY (reading, event, position),
  CONSTRAINT fk_event_triggers_reading_event FOREIGN KEY(reading, event) REFERENCES events (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_event_triggers_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE statement_actors (
  reading INTEGER NOT NULL,
  statement VARCHAR(64) NOT NULL,
  role VARCHAR(16) NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  actor VARCHAR(64),
  CONSTRAINT pk_statement_actors PRIMARY KEY (reading, statement, role, position),
  CONSTRAINT fk_statement_actors_reading_statement FOREIGN KEY(reading, statement) REFERENCES statements (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_actors_reading_actor FOREIGN KEY(reading, actor) REFERENCES actors (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_actors_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE statement_events (
  reading INTEGER NOT NULL,
  statement VARCHAR(64) NOT NULL,
  position INTEGER NOT NULL,
  event VARCHAR(64) NOT NULL,
  CONSTRAINT pk_statement_events PRIMARY KEY (reading, statement, position),
  CONSTRAINT fk_statement_events_reading_statement FOREIGN KEY(reading, statement) REFERENCES statements (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_events_reading_event FOREIGN KEY(reading, event) REFERENCES events (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_events_reading FOREIGN KEY(reading) REFERENCES readings (n)
);

CREATE TABLE statement_spans (
  reading INTEGER NOT NULL,
  statement VARCHAR(64) NOT NULL,
  role VARCHAR(16) NOT NULL,
  position INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  CONSTRAINT pk_statement_spans PRIMARY KEY (reading, statement, role, position),
  CONSTRAINT fk_statement_spans_reading_statement FOREIGN KEY(reading, statement) REFERENCES statements (reading, name) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT fk_statement_spans_reading FOREIGN KEY(reading) REFERENCES readings (n)
);
