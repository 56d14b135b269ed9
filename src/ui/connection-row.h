/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/connection.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_CONNECTION_ROW (tranche_connection_row_get_type ())
G_DECLARE_FINAL_TYPE (TrancheConnectionRow, tranche_connection_row, TRANCHE, CONNECTION_ROW, GtkListBoxRow)

/**
 * TrancheConnectionRow:
 *
 * An account in the sidebar. Where something hinders it the row says what, and
 * has a button that activates `win.fix-account` with the id of the account.
 */
GtkWidget         *tranche_connection_row_new            (TrancheConnection    *connection);
TrancheConnection *tranche_connection_row_get_connection (TrancheConnectionRow *self);

G_END_DECLS
