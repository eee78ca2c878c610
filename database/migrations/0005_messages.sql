-- The outbox: a row is written in the transaction of the change that causes it; workers claim by lease and then call the gateway.
CREATE TABLE messages (
  message_id uuid PRIMARY KEY,
  idempotency_key text NOT NULL UNIQUE,
  event text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'email')),
  -- 0 = somebody waits with the phone in hand; 1 = the rest.
  priority smallint NOT NULL DEFAULT 1,
  person_id bigint,
  registration_id uuid,
  recipient_hmac bytea NOT NULL,
  recipient_encrypted bytea,
  subject text,
  text_encrypted bytea,
  segments smallint NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sent', 'delivered', 'temporary', 'permanent', 'cancelled')),
  attempts integer NOT NULL DEFAULT 0,
  send_after timestamptz NOT NULL DEFAULT ansinh_now(),
  give_up_at timestamptz NOT NULL DEFAULT ansinh_now() + interval '24 hours',
  leased_until timestamptz,
  lease_id uuid,
  gateway_message_id text,
  failure_code text,
  created_at timestamptz NOT NULL DEFAULT ansinh_now(),
  accepted_at timestamptz,
  final_at timestamptz,
  CHECK (state NOT IN ('delivered', 'permanent', 'cancelled') OR (text_encrypted IS NULL AND recipient_encrypted IS NULL AND final_at IS NOT NULL))
);
COMMENT ON TABLE messages IS 'Written by messages. queued → sent → delivered | temporary (retried) | permanent; text and recipient are wiped at the final state.';
CREATE INDEX messages_due ON messages (priority, send_after) WHERE state IN ('queued', 'temporary');
CREATE INDEX messages_open ON messages (give_up_at) WHERE state IN ('queued', 'temporary', 'sent');
CREATE INDEX messages_by_gateway_id ON messages (gateway_message_id) WHERE gateway_message_id IS NOT NULL;
CREATE INDEX messages_by_registration ON messages (registration_id) WHERE registration_id IS NOT NULL;
CREATE INDEX messages_by_person ON messages (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX messages_by_recipient ON messages (recipient_hmac, created_at);

CREATE TABLE inbox_messages (
  inbox_message_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid NOT NULL UNIQUE,
  channel text NOT NULL,
  recipient text NOT NULL,
  subject text,
  body text NOT NULL,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE inbox_messages IS 'Written by messages. The development gateway: exists only to be read on the inbox page of a demo database.';
CREATE INDEX inbox_messages_by_recipient ON inbox_messages (recipient, inbox_message_id);
