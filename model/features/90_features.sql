-- All features side by side, in the catalogue's order: what the model is fed with, and the outcome beside it.
-- A table that is absent has no row to join, so all its features are NULL.
CREATE OR REPLACE TABLE features AS
SELECT
  application.SK_ID_CURR,
  application.TARGET,
  features_application.* EXCLUDE (SK_ID_CURR),
  features_bureau.* EXCLUDE (SK_ID_CURR),
  features_bureau_balance.* EXCLUDE (SK_ID_CURR),
  features_previous_application.* EXCLUDE (SK_ID_CURR),
  features_pos_cash_balance.* EXCLUDE (SK_ID_CURR),
  features_installments_payments.* EXCLUDE (SK_ID_CURR),
  features_credit_card_balance.* EXCLUDE (SK_ID_CURR)
FROM application
LEFT JOIN features_application USING (SK_ID_CURR)
LEFT JOIN features_bureau USING (SK_ID_CURR)
LEFT JOIN features_bureau_balance USING (SK_ID_CURR)
LEFT JOIN features_previous_application USING (SK_ID_CURR)
LEFT JOIN features_pos_cash_balance USING (SK_ID_CURR)
LEFT JOIN features_installments_payments USING (SK_ID_CURR)
LEFT JOIN features_credit_card_balance USING (SK_ID_CURR)
ORDER BY SK_ID_CURR;
