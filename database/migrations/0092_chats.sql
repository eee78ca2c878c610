-- Talking with the support desk while it is staffed. A chat belongs to whoever asked: a person, an employer (its officer who asks), or a browser that keeps a secret.
CREATE TABLE chats (
  chat_id uuid PRIMARY KEY,
  asker_kind text NOT NULL CHECK (asker_kind IN ('citizen', 'employer', 'stranger')),
  -- Of the asker's kind: person_id, employer_id; none for a stranger.
  asker_id bigint CHECK ((asker_id IS NULL) = (asker_kind = 'stranger')),
  officer_id bigint CHECK ((officer_id IS NOT NULL) = (asker_kind = 'employer')),
  -- SHA-256 of a stranger's secret of 256 bits; the secret itself is in their browser alone.
  secret_hash bytea CHECK ((secret_hash IS NOT NULL) = (asker_kind = 'stranger')),
  -- What an agent sees of whoever asks: name and number in part, or the employer. Settled when the chat begins, so that no desk reads the register.
  asker_shown text NOT NULL DEFAULT '' CHECK (length(asker_shown) <= 300),
  language text NOT NULL CHECK (language IN ('vi', 'en')),
  category text NOT NULL CHECK (length(category) BETWEEN 1 AND 60),
  department text NOT NULL CHECK (department IN ('collection', 'communication', 'benefits', 'health-insurance', 'it')),
  office_id integer REFERENCES offices,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'active', 'ended')),
  agent_id bigint REFERENCES staff_users CHECK ((agent_id IS NOT NULL) = (state = 'active')),
  -- Came back from an agent who disappeared: before all others of the queue.
  returned boolean NOT NULL DEFAULT false,
  queued_at timestamptz NOT NULL DEFAULT ansinh_now(),
  begun_at timestamptz NOT NULL DEFAULT ansinh_now(),
  taken_at timestamptz,
  ended_at timestamptz CHECK ((ended_at IS NOT NULL) = (state = 'ended')),
  end_reason text CHECK (end_reason IN ('answered', 'by-asker', 'asker-gone', 'abusive')),
  -- Messages of the asker that the agent marked as abusive.
  abusive_seqs integer[] NOT NULL DEFAULT '{}',
  rule_version text NOT NULL,
  last_seq integer NOT NULL DEFAULT 0,
  -- The ticket that the transcript became part of, and how a stranger finds it.
  ticket_id uuid,
  ticket_number text
);
COMMENT ON TABLE chats IS 'Written by chats. How each chat stands. last_seq is counted up under the row''s lock, so that a chat''s messages are committed in their order.';
CREATE INDEX chats_queue ON chats (returned DESC, queued_at, chat_id) WHERE state = 'waiting';
CREATE INDEX chats_of_agent ON chats (agent_id) WHERE state = 'active';
CREATE UNIQUE INDEX chats_open_of_asker ON chats (asker_kind, asker_id, officer_id) NULLS NOT DISTINCT WHERE state <> 'ended' AND asker_kind <> 'stranger';
CREATE INDEX chats_of_browser ON chats (secret_hash) WHERE secret_hash IS NOT NULL;
CREATE INDEX chats_ended ON chats (ended_at) WHERE state = 'ended';
GRANT SELECT, INSERT, UPDATE, DELETE ON chats TO ansinh_app;

CREATE TABLE chat_messages (
  chat_id uuid NOT NULL REFERENCES chats ON DELETE CASCADE,
  seq integer NOT NULL CHECK (seq > 0),
  -- Made by whoever writes, so that a message sent twice is one message.
  message_id uuid NOT NULL,
  by_kind text NOT NULL CHECK (by_kind IN ('asker', 'agent', 'system')),
  by_id bigint,
  -- A message, or what happened: the words of an event are its detail.
  kind text NOT NULL DEFAULT 'words' CHECK (kind IN ('words', 'joined', 'agent-gone', 'handed-over', 'ended')),
  words text NOT NULL DEFAULT '' CHECK (length(words) <= 4000),
  -- Something that looked like a secret was taken out before it was written.
  masked boolean NOT NULL DEFAULT false,
  sent_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (chat_id, seq),
  UNIQUE (chat_id, message_id)
);
COMMENT ON TABLE chat_messages IS 'Written by chats. What was said and what happened, in order and without gaps. No UPDATE; gone with its chat.';
GRANT SELECT, INSERT ON chat_messages TO ansinh_app;

CREATE TABLE chat_sides (
  chat_id uuid NOT NULL REFERENCES chats ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('asker', 'agent')),
  delivered_seq integer NOT NULL DEFAULT 0,
  seen_seq integer NOT NULL DEFAULT 0,
  present_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (chat_id, side)
);
COMMENT ON TABLE chat_sides IS 'Written by chats. How far each side has got, and when it last gave a sign of life. Apart from chats, so that marks and messages do not wait for each other.';
GRANT SELECT, INSERT, UPDATE ON chat_sides TO ansinh_app;

CREATE TABLE chat_duties (
  staff_id bigint PRIMARY KEY REFERENCES staff_users,
  duty_id uuid NOT NULL UNIQUE,
  departments text[] NOT NULL CHECK (cardinality(departments) BETWEEN 1 AND 5),
  since timestamptz NOT NULL DEFAULT ansinh_now(),
  present_at timestamptz NOT NULL DEFAULT ansinh_now()
);
COMMENT ON TABLE chat_duties IS 'Written by chats. Agents on duty, for which departments, and when each last gave a sign of life.';
GRANT SELECT, INSERT, UPDATE, DELETE ON chat_duties TO ansinh_app;
