/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

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
TrancheApplication *tranche_application_new (void);

G_END_DECLS
