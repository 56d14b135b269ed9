/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/row-visits.h"

#define POINTER_TYPE "tranche-visits"

static void
visit_cb (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
  guint *left = sqlite3_value_pointer (values[0], POINTER_TYPE);

  if (left && *left > 0) {
    --*left;
    sqlite3_result_int (context, 1);
  } else {
    sqlite3_result_error_code (context, SQLITE_INTERRUPT);
  }
}

void
tranche_row_visits_teach (sqlite3 *handle)
{
  sqlite3_create_function (handle, "tranche_visit", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
                           visit_cb, NULL, NULL);
}

void
tranche_row_visits_bind (guint        *left,
                         sqlite3_stmt *statement)
{
  int index = sqlite3_bind_parameter_index (statement, ":visits");

  if (index > 0)
    sqlite3_bind_pointer (statement, index, left, POINTER_TYPE, NULL);
}
