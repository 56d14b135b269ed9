/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/application.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_WINDOW (tranche_window_get_type ())
G_DECLARE_FINAL_TYPE (TrancheWindow, tranche_window, TRANCHE, WINDOW, AdwApplicationWindow)

TrancheWindow *tranche_window_new (TrancheApplication *application);

G_END_DECLS
