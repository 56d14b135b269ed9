/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/shop.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNT_FORM (tranche_account_form_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccountForm, tranche_account_form, TRANCHE, ACCOUNT_FORM, AdwBin)

/**
 * TrancheAccountForm:
 *
 * The fields of a bank account.
 */
/* Fills the form; once, after construction. @account: (nullable): NULL for a new one.
 * @has_secret: whether its password is stored, and can be kept. */
void            tranche_account_form_set_account (TrancheAccountForm *self,
                                                  TrancheAccount     *account,
                                                  gboolean            has_secret);
/* The account as typed; NULL, with the faults shown at their fields and the
 * first one focused, where it is not complete. (transfer full) (nullable) */
TrancheAccount *tranche_account_form_collect     (TrancheAccountForm *self);
/* The password as typed; NULL where the stored one is to stay. */
const char     *tranche_account_form_get_secret  (TrancheAccountForm *self);

G_END_DECLS
