-- An office shut for some days, in one action: what was ordered, and every deadline it moved as it stood before and after.
CREATE TABLE closure_orders (
  order_id uuid PRIMARY KEY,
  office_ids integer[] NOT NULL CHECK (cardinality(office_ids) >= 1),
  from_on date NOT NULL,
  to_on date NOT NULL CHECK (to_on >= from_on),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
  -- applying and undoing: the job is at it, or goes on with it after a crash.
  state text NOT NULL DEFAULT 'applying' CHECK (state IN ('applying', 'applied', 'undoing', 'undone')),
  staff_id integer NOT NULL REFERENCES staff_users,
  recorded_at timestamptz NOT NULL DEFAULT ansinh_now(),
  applied_at timestamptz,
  undo_staff_id integer REFERENCES staff_users,
  undo_asked_at timestamptz,
  undone_at timestamptz
);
COMMENT ON TABLE closure_orders IS 'Written by closures. One row per action of a supervisor; its days stand in office_closures, one row per office.';
CREATE INDEX closure_orders_recent ON closure_orders (recorded_at DESC);

ALTER TABLE office_closures ADD COLUMN order_id uuid;
COMMENT ON TABLE office_closures IS 'Written by closures. Days an office is shut beside the calendar; deadlines falling on them move. order_id: the action that shut it; none for rows of a list.';
CREATE INDEX office_closures_by_order ON office_closures (order_id) WHERE order_id IS NOT NULL;

CREATE TABLE closure_moves (
  order_id uuid NOT NULL REFERENCES closure_orders,
  registration_id uuid NOT NULL REFERENCES registrations ON DELETE CASCADE,
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  -- Looked at by the undo: put back, or left because the case has gone on since.
  settled_at timestamptz,
  PRIMARY KEY (order_id, registration_id)
);
COMMENT ON TABLE closure_moves IS 'Written by closures. The deadline of each case as it was before the closure and as the closure left it; gone with the registration.';
CREATE INDEX closure_moves_by_registration ON closure_moves (registration_id);

GRANT SELECT, INSERT, UPDATE ON closure_orders, closure_moves TO ansinh_app;
