/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TRANCHE_TYPE_WELCOME_PAGE (tranche_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (TrancheWelcomePage, tranche_welcome_page, TRANCHE, WELCOME_PAGE, AdwBin)

/**
 * TrancheWelcomePage:
 *
 * The first thing that a new user sees: the ways to begin, which are the
 * actions `app.add-account` and `app.demo`.
 */
GtkWidget *tranche_welcome_page_new (void);

G_END_DECLS
