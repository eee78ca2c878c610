-- The inbox: one row for every event told to a person, as it was told. Channels are copies of it; a secret never stands here.
CREATE TABLE notices (
  person_id bigint NOT NULL,
  notice_id uuid NOT NULL DEFAULT gen_random_uuid(),
  -- One notice per key for ever; the messages of its channels are named after it: {key}/sms, {key}/email, {key}/push/{subscription}.
  notice_key text NOT NULL,
  event text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('security', 'case', 'card', 'participation', 'visit', 'statement')),
  -- What the event is about, where a screen can show it (a request, a visit).
  subject_id text,
  title_vi text NOT NULL,
  body_vi text NOT NULL,
  title_en text NOT NULL,
  body_en text NOT NULL,
  told_at timestamptz NOT NULL DEFAULT ansinh_now(),
  read_at timestamptz,
  PRIMARY KEY (person_id, notice_id),
  UNIQUE (person_id, notice_key)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE notices IS 'Written by notices. The text is what was told; only read_at changes. Kept as long as the retention rule says.';
CREATE INDEX notices_by_day ON notices (person_id, told_at DESC);
CREATE INDEX notices_by_age ON notices USING brin (told_at);

CREATE TABLE notice_choices (
  person_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('case', 'card', 'participation', 'visit', 'statement')),
  channel text NOT NULL CHECK (channel IN ('sms', 'email', 'push')),
  is_on boolean NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (person_id, kind, channel)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE notice_choices IS 'Written by notices. What a person switched; without a row the usual holds. Safety cannot be switched.';

CREATE TABLE push_subscriptions (
  person_id bigint NOT NULL,
  subscription_id uuid NOT NULL DEFAULT gen_random_uuid(),
  endpoint_hmac bytea NOT NULL,
  endpoint_encrypted bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT ansinh_now(),
  PRIMARY KEY (person_id, subscription_id),
  UNIQUE (person_id, endpoint_hmac)
) PARTITION BY HASH (person_id);
COMMENT ON TABLE push_subscriptions IS 'Written by notices. Where a browser is rung; a push has no payload, so no key of the browser is kept.';

DO $$ BEGIN FOR i IN 0..31 LOOP
  EXECUTE format('CREATE TABLE notices_p%s PARTITION OF notices FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
  EXECUTE format('CREATE TABLE notice_choices_p%s PARTITION OF notice_choices FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
  EXECUTE format('CREATE TABLE push_subscriptions_p%s PARTITION OF push_subscriptions FOR VALUES WITH (MODULUS 32, REMAINDER %s)', lpad(i::text, 2, '0'), i);
END LOOP; END $$;

ALTER TABLE messages DROP CONSTRAINT messages_channel_check;
ALTER TABLE messages ADD CONSTRAINT messages_channel_check CHECK (channel IN ('sms', 'email', 'push'));

GRANT SELECT, INSERT, DELETE ON notices TO ansinh_app;
GRANT UPDATE (read_at) ON notices TO ansinh_app;
GRANT SELECT, INSERT, UPDATE ON notice_choices TO ansinh_app;
GRANT SELECT, INSERT, DELETE ON push_subscriptions TO ansinh_app;
