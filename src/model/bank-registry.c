/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/bank-registry.h"

#include "banks/tbank-client.h"

#include <glib/gi18n.h>

static const TrancheBankInfo infos[] = {
  { "tbank", "T-Bank", "https://forma.tbank.ru", "RUB",
    TRANCHE_ACCOUNT_SHOP_ID | TRANCHE_ACCOUNT_TEST_WORLD | TRANCHE_ACCOUNT_AUTO_COMMIT },
};

static const struct {
  TrancheBank *(* build) (TrancheAccount *account,
                          const char     *secret);
  const char *product_code;
  const char *product_name;
} details[] = {
  { tranche_tbank_client_new, "default", N_("Credit") },
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

TrancheAccount *
tranche_bank_registry_new_account (const char *bank_id)
{
  g_autoptr (GPtrArray) products = NULL;
  g_autoptr (TrancheAccount) account = NULL;
  int i = find_index (bank_id);

  g_return_val_if_fail (i >= 0, NULL);

  products = g_ptr_array_new_with_free_func ((GDestroyNotify) tranche_product_free);
  g_ptr_array_add (products, tranche_product_new (details[i].product_code,
                                                  _(details[i].product_name), NULL));

  account = tranche_account_new (bank_id);
  tranche_account_set_name (account, infos[i].name);
  tranche_account_set_base_url (account, infos[i].base_url);
  tranche_account_set_currency (account, infos[i].currency);
  tranche_account_set_products (account, products);

  return g_steal_pointer (&account);
}

TrancheBank *
tranche_bank_registry_build (TrancheAccount *account,
                             const char     *secret)
{
  int i = find_index (tranche_account_get_bank (account));

  return i >= 0 ? details[i].build (account, secret) : NULL;
}
