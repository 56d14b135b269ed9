/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/bank-registry.h"

#include "banks/cfront-channel.h"
#include "banks/cfront-client.h"
#include "banks/tbank-client.h"

#include <glib/gi18n.h>

static const TrancheBankInfo infos[] = {
  { "tbank", "T-Bank", "https://forma.tbank.ru", "RUB",
    TRANCHE_ACCOUNT_SHOP_ID | TRANCHE_ACCOUNT_TEST_WORLD | TRANCHE_ACCOUNT_AUTO_COMMIT },
  /* The bank tells its address to its partners only. */
  { "globus", "Globus", "", "UAH", TRANCHE_ACCOUNT_AGREEMENT },
  { "monobank", "monobank", "https://u2.monobank.com.ua", "UAH", TRANCHE_ACCOUNT_AGREEMENT },
};

/* What Globus's document names; what monobank offers, in its latest versions. */
#define GLOBUS_SERVICES (TRANCHE_SERVICE_CUSTOMER | TRANCHE_SERVICE_LETTER)
#define MONOBANK_SERVICES \
  (TRANCHE_SERVICE_CUSTOMER_FOUND | TRANCHE_SERVICE_LETTER_CONTRACT | \
   TRANCHE_SERVICE_LETTER_PDF | TRANCHE_SERVICE_DETAILS | TRANCHE_SERVICE_RETURN | \
   TRANCHE_SERVICE_REPORT)
/* Every number of payments that it knows. */
#define MONOBANK_TERMS "3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25"

static const struct {
  TrancheBank *(* build) (TrancheAccount     *account,
                          const char         *secret,
                          TrancheHttpChannel *channel);
  const char *product_code; /* NULL: agreed with every shop by itself */
  const char *product_name;
  const char *terms;
  TrancheServices services;
  TrancheCallbackDialect callbacks;
} details[] = {
  { tranche_tbank_client_new_with_channel, "default", N_("Credit"), NULL, 0,
    TRANCHE_CALLBACKS_TBANK },
  { tranche_cfront_client_new_with_channel, NULL, NULL, NULL, GLOBUS_SERVICES,
    TRANCHE_CALLBACKS_CFRONT },
  { tranche_cfront_client_new_with_channel, "payment_installments", N_("Payment in parts"),
    MONOBANK_TERMS, MONOBANK_SERVICES, TRANCHE_CALLBACKS_CFRONT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (infos) == G_N_ELEMENTS (details));

const TrancheBankInfo *
tranche_bank_registry_list (guint *n_banks)
{
  *n_banks = G_N_ELEMENTS (infos);

  return infos;
}

static int
find_index (const char *bank_id)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++) {
    if (g_strcmp0 (infos[i].id, bank_id) == 0)
      return (int) i;
  }

  return -1;
}

const TrancheBankInfo *
tranche_bank_registry_find (const char *bank_id)
{
  int i = find_index (bank_id);

  return i >= 0 ? &infos[i] : NULL;
}

static TrancheAgreement *
new_agreement (int i)
{
  TrancheAgreement *agreement = tranche_agreement_new ();

  agreement->services = details[i].services;
  if (infos[i].fields & TRANCHE_ACCOUNT_AGREEMENT) {
    agreement->id_header = g_strdup (TRANCHE_CFRONT_ID_HEADER);
    agreement->signature_header = g_strdup (TRANCHE_CFRONT_SIGNATURE_HEADER);
  }

  return agreement;
}

TrancheAccount *
tranche_bank_registry_new_account (const char *bank_id)
{
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (TrancheAgreement) agreement = NULL;
  g_autoptr (TrancheAccount) account = NULL;
  int i = find_index (bank_id);

  g_return_val_if_fail (i >= 0, NULL);

  products = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);
  if (details[i].product_code != NULL)
    g_ptr_array_add (products, tranche_product_new (details[i].product_code,
                                                    _(details[i].product_name),
                                                    details[i].terms));
  agreement = new_agreement (i);

  account = tranche_account_new (bank_id);
  tranche_account_set_name (account, infos[i].name);
  tranche_account_set_base_url (account, infos[i].base_url);
  tranche_account_set_currency (account, infos[i].currency);
  tranche_account_set_products (account, products);
  tranche_account_set_agreement (account, agreement);

  return g_steal_pointer (&account);
}

TrancheBank *
tranche_bank_registry_build (TrancheAccount *account,
                             const char     *secret)
{
  g_autoptr (TrancheRateLimiter) limiter = tranche_rate_limiter_new (tranche_account_get_rate (account));

  return tranche_bank_registry_build_with_limiter (account, secret, limiter);
}

TrancheBank *
tranche_bank_registry_build_with_limiter (TrancheAccount     *account,
                                          const char         *secret,
                                          TrancheRateLimiter *limiter)
{
  g_autoptr (TrancheHttpChannel) channel =
    tranche_http_channel_new (tranche_account_get_base_url (account), limiter);

  return tranche_bank_registry_build_with_channel (account, secret, channel);
}

TrancheBank *
tranche_bank_registry_build_with_channel (TrancheAccount     *account,
                                          const char         *secret,
                                          TrancheHttpChannel *channel)
{
  int i = find_index (tranche_account_get_bank (account));

  return i >= 0 ? details[i].build (account, secret, channel) : NULL;
}

TrancheCallbackDialect
tranche_bank_registry_get_callbacks (const char *bank_id)
{
  int i = find_index (bank_id);

  return i >= 0 ? details[i].callbacks : TRANCHE_CALLBACKS_NONE;
}
