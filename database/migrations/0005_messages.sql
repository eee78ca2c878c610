-- The outbox: a row is written in the transaction of the change that causes it; workers claim by lease and then call the gateway.
CREATE TABLE messages (
  message_id uuid PRIMARY KEY,
  idempotency_key text NOT NULL UNIQUE,
  event text NOT NULL,
  channel text NOT NULL CHECK (channel IN ('sms', 'email')),
  person_id bigint,
  registration_id uuid,
  recipient_hmac bytea NOT NULL,
  recipient_encrypted bytea,
  subject text,
  text_encrypted bytea,
  segments smallint NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN ('held', 'queued', 'sent', 'delivered', 'temporary', 'permanent', 'cancelled')),
  attempts integer NOT NULL DEFAULT 0,
  send_after timestamptz NOT NULL DEFAULT now(),
  give_up_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  leased_until timestamptz,
  lease_id uuid,
  gateway_message_id text,
  failure_code text,
  created_at timestamptz NOT NULL DEFAULT now(),
  accepted_at timestamptz,
  final_at timestamptz
);
COMMENT ON TABLE messages IS 'Written by messages. queued → sent → delivered | temporary (retried) | permanent; text and recipient are wiped at the final state.';
CREATE INDEX messages_due ON messages (send_after) WHERE state IN ('queued', 'temporary');
CREATE INDEX messages_waiting_receipt ON messages (gateway_message_id) WHERE state = 'sent';
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
  received_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE inbox_messages IS 'Written by messages. The development gateway: exists only to be read on the inbox page of a demo database.';
