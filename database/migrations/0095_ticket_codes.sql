-- Somebody not signed in who talked with the support desk gives no address and still gets a code to read the ticket by: a row without a contact.
ALTER TABLE ticket_contacts ALTER COLUMN channel DROP NOT NULL;
ALTER TABLE ticket_contacts DROP CONSTRAINT ticket_contacts_check;
ALTER TABLE ticket_contacts ADD CONSTRAINT ticket_contacts_check CHECK (CASE WHEN channel IS NULL
  THEN contact_encrypted IS NULL AND erased_at IS NULL AND code_hash IS NOT NULL
  ELSE (erased_at IS NULL) = (contact_encrypted IS NOT NULL) END);
COMMENT ON TABLE ticket_contacts IS 'Written by tickets. contact_encrypted set to NULL is the erasure (RETENTION_RULES ticket-contact); channel NULL: nobody gave an address, only the code is kept.';
