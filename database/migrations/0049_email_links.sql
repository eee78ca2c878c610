-- A link by e-mail opens the same ten minutes as a first password: the ticket says which way it was given.
ALTER TABLE password_tickets DROP CONSTRAINT password_tickets_purpose_check;
ALTER TABLE password_tickets ADD CONSTRAINT password_tickets_purpose_check CHECK (purpose IN ('first-sign-in', 'first-password-request', 'email-link'));
