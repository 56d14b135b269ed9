/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/connection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_ACCOUNT_ROW (tranche_account_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheAccountRow, tranche_account_row, TRANCHE, ACCOUNT_ROW, AdwActionRow)

/**
 * TrancheAccountRow:
 *
 * An account in the list of accounts, with what hinders it and the button
 * that mends it. Signal `fix ()`: that button was used.
 */
GtkWidget         *tranche_account_row_new            (TrancheConnection *connection);
TrancheConnection *tranche_account_row_get_connection (TrancheAccountRow *self);

G_END_DECLS
