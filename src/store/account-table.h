/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/account.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* Those that are not removed, by name. (element-type TrancheAccount) */
GPtrArray *tranche_account_table_load   (TrancheSql      *sql,
                                         GError         **error);
/* Adds or replaces; what was removed is there again. */
gboolean   tranche_account_table_save   (TrancheSql      *sql,
                                         TrancheAccount  *account,
                                         GError         **error);
/* TRANCHE_STORE_ERROR_NOT_FOUND where there is none. */
gboolean   tranche_account_table_remove (TrancheSql      *sql,
                                         const char      *account_id,
                                         GError         **error);
/* Gives the account a key in the file, if it has none. */
gboolean   tranche_account_table_name   (TrancheSql      *sql,
                                         const char      *account_id,
                                         GError         **error);

G_END_DECLS
