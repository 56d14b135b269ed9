/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bus-service.h"

G_BEGIN_DECLS

/**
 * NotificationDaemon:
 * @shown: (element-type NotificationShown): what is on the desktop now, oldest first
 * @n_shown: how many were shown since the beginning
 *
 * The desktop's notifications, as org.freedesktop.Notifications on the session bus.
 */
typedef struct {
  GPtrArray *shown;
  guint n_shown;

  /*< private >*/
  guint last_id;
  BusService *service;
} NotificationDaemon;

typedef struct {
  guint id;
  char *title;
  char *body;
  char **actions; /* names and labels by turns */
  guint8 urgency;
} NotificationShown;

NotificationDaemon *notification_daemon_new  (void);
void                notification_daemon_free (NotificationDaemon      *self);
/* (nullable): the one that is there with this title. */
NotificationShown  *notification_daemon_find (NotificationDaemon      *self,
                                              const char              *title);
/* Whether it has an action of that name. */
gboolean            notification_shown_has   (const NotificationShown *self,
                                              const char              *action);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NotificationDaemon, notification_daemon_free)

G_END_DECLS
