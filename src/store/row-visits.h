/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/sql.h"

G_BEGIN_DECLS

/* Gives the connection the function `tranche_visit (:visits, id)`. It is true for as
 * many rows as are left, and interrupts the statement at the next one. */
void tranche_row_visits_teach (sqlite3      *handle);
/* Binds what counts them where the statement asks for it. It has to outlive the
 * statement's run. */
void tranche_row_visits_bind  (guint        *left,
                               sqlite3_stmt *statement);

G_END_DECLS
