/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/window.h"

G_BEGIN_DECLS

#define TRANCHE_TYPE_APPLICATION (tranche_application_get_type ())
G_DECLARE_FINAL_TYPE (TrancheApplication, tranche_application, TRANCHE, APPLICATION, AdwApplication)

/**
 * TrancheApplication:
 *
 * The program: one window for the book, and one for the demo banks. A second
 * start shows the window that is there. Started with `--demo` or `--book` it
 * is a program of its own beside it.
 */
TrancheApplication *tranche_application_new     (void);
/* Raises the window of what the program was started for, which it makes if there
 * is none. (transfer none) */
TrancheWindow      *tranche_application_present (TrancheApplication *self);

G_END_DECLS
