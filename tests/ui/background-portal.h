/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bus-service.h"

G_BEGIN_DECLS

/**
 * BackgroundPortal:
 * @response: how the next requests end: 0 for granted, 1 for refused, 2 for neither
 * @background: whether they are told to stay in the background, where granted
 * @n_requests: how many there were
 * @autostart: whether the last of them wanted to be started at login
 * @command: (nullable): as what
 *
 * The desktop's portal for the background, as org.freedesktop.portal.Desktop on the
 * session bus.
 */
typedef struct {
  guint response;
  gboolean background;
  guint n_requests;
  gboolean autostart;
  char *command;

  /*< private >*/
  BusService *service;
} BackgroundPortal;

BackgroundPortal *background_portal_new  (void);
void              background_portal_free (BackgroundPortal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BackgroundPortal, background_portal_free)

G_END_DECLS
