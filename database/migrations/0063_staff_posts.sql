-- Roles and areas, dated: of the posts whose days include today the one given last holds; without any the one of staff_users, given at hiring.
ALTER TABLE staff_users DROP CONSTRAINT staff_users_role_check;
ALTER TABLE staff_users ADD CONSTRAINT staff_users_role_check CHECK (role IN ('clerk', 'supervisor', 'province', 'support', 'operator'));

CREATE TABLE staff_posts (
  post_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Chosen by the office app: a request sent twice is one post.
  post_id uuid NOT NULL UNIQUE,
  staff_id integer NOT NULL REFERENCES staff_users,
  -- Both NULL: no post on these days.
  role text CHECK (role IN ('clerk', 'supervisor', 'province', 'support', 'operator')),
  office_id integer REFERENCES offices,
  from_on date NOT NULL,
  to_on date CHECK (to_on >= from_on),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 300),
  given_by integer NOT NULL REFERENCES staff_users,
  given_at timestamptz NOT NULL DEFAULT ansinh_now(),
  CHECK ((role IS NULL) = (office_id IS NULL)),
  -- Four eyes: nobody gives or ends a post of their own.
  CHECK (given_by <> staff_id)
);
COMMENT ON TABLE staff_posts IS 'Written by staff-posts. Who has which role at which office on which days, given by whom and why. No UPDATE, no DELETE.';
CREATE INDEX staff_posts_of_staff ON staff_posts (staff_id, post_no);
GRANT SELECT, INSERT ON staff_posts TO ansinh_app;
