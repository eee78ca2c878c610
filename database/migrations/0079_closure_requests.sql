-- Requests whose answer is due later because their office was closed; taken back exactly when the closure is.
CREATE TABLE closure_request_moves (
  order_id uuid NOT NULL REFERENCES closure_orders,
  request_id uuid NOT NULL,
  person_id bigint NOT NULL,
  before_due_on date NOT NULL,
  after_due_on date NOT NULL,
  moved_at timestamptz NOT NULL DEFAULT ansinh_now(),
  settled_at timestamptz,
  PRIMARY KEY (order_id, request_id)
);
COMMENT ON TABLE closure_request_moves IS 'Written by procedures. When each request was due before a closure and after it; settled once the closure was taken back.';
GRANT SELECT, INSERT, UPDATE ON closure_request_moves TO ansinh_app;

COMMENT ON COLUMN closure_moves.before IS 'Dates, rule and facts; of a case that had run out in the closed days also its state and since when.';
