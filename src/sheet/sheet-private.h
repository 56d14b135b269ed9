/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/sheet.h"

G_BEGIN_DECLS

typedef struct {
  char *heading;
  TrancheSheetKind kind;
} TrancheSheetColumn;

/* One of them, by the kind of its column; all NULL or unset in an empty cell. */
typedef struct {
  char *text;
  TrancheMoney amount;
  GDateTime *time;
} TrancheSheetCell;

struct _TrancheSheet {
  char *title;
  GArray *columns;
  GArray *cells; /* row by row */
};

guint                     tranche_sheet_get_n_rows (TrancheSheet *self);
const TrancheSheetColumn *tranche_sheet_get_column (TrancheSheet *self,
                                                    guint         column);
const TrancheSheetCell   *tranche_sheet_get_cell   (TrancheSheet *self,
                                                    guint         row,
                                                    guint         column);

G_END_DECLS
