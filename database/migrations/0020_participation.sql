-- What an imported month says beside the wage: the employer's own code and the rate paid. Parts of the wage stay in wage_parts.
ALTER TABLE participation_spells ADD COLUMN employer_code text;
ALTER TABLE participation_spells ADD COLUMN rate_percent numeric(5, 2) CHECK (rate_percent BETWEEN 0 AND 100);
UPDATE participation_spells s SET employer_code = e.employer_code FROM employers e WHERE e.employer_id = s.employer_id;
COMMENT ON COLUMN participation_spells.employer_code IS 'As the file or the register had it. Months of one employer are folded by this code, by the name where there is none.';
COMMENT ON COLUMN participation_spells.rate_percent IS 'Share of the wage that was paid, employer and employee together, as declared; null where nobody said.';
COMMENT ON COLUMN participation_spells.late_months IS 'How many months at the end of the spell are not paid yet: employers pay in order.';
COMMENT ON COLUMN participation_spells.wage_parts IS 'baseVnd | baseCoefficient, positionAllowanceVnd | positionAllowanceCoefficient, overFrameSeniorityPercent, occupationalSeniorityPercent, wageAllowanceVnd, supplementsVnd, otherAllowanceVnd; coefficients count times the reference level of the month.';
