-- Which way the old side of a contact change was proved: a code to the old phone, to the old address, or in person at the counter.
ALTER TABLE contact_changes DROP CONSTRAINT contact_changes_old_proof_check;
ALTER TABLE contact_changes ADD CONSTRAINT contact_changes_old_proof_check CHECK (old_proof IN ('phone', 'email', 'counter'));
