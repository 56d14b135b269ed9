/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "store/book-upgrade.h"
#include "store/sql.h"

G_BEGIN_DECLS

/* "Trnc": tells a book from any other SQLite file. */
#define TRANCHE_SCHEMA_APPLICATION_ID 0x54726e63

/**
 * TrancheMigration:
 * @version: the `user_version` that the statements lead to; counts from 1
 * @text: the statements, run in one transaction
 * @work: how many steps of SQLite's machine they take for an order, as measured
 */
typedef struct {
  int version;
  const char *text;
  guint work;
} TrancheMigration;

/* The steps from an empty file to the present schema, in order. */
const TrancheMigration *tranche_schema_get_migrations (gsize                  *n);

/* Looks at a file through a connection that cannot write: a newer schema is
 * TRANCHE_STORE_ERROR_NEWER, anything else that is no sound book
 * TRANCHE_STORE_ERROR_DAMAGED. */
gboolean                tranche_schema_inspect        (TrancheSql             *sql,
                                                       int                     newest,
                                                       GError                **error);
/* Brings the file to the newest of @migrations, each in a transaction: whatever cuts it
 * off, the file is of the version before or after one of them. How far it is goes to
 * @upgrade; where @cancellable is triggered, the transaction that is under way is
 * undone. Both may be %NULL. */
gboolean                tranche_schema_migrate        (TrancheSql             *sql,
                                                       const TrancheMigration *migrations,
                                                       gsize                   n,
                                                       TrancheBookUpgrade     *upgrade,
                                                       GCancellable           *cancellable,
                                                       GError                **error);

G_END_DECLS
