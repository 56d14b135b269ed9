/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _FakePortal FakePortal;

/* What the desktop's portal says of itself, as org.freedesktop.portal.Desktop on the
 * session bus: it has @interface alone ("org.freedesktop.portal.Print"), or, where
 * @interface is NULL, it takes every question and answers none. */
FakePortal *fake_portal_new             (const char *interface);
/* How many questions have come. */
guint       fake_portal_count_questions (FakePortal *self);
void        fake_portal_free            (FakePortal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FakePortal, fake_portal_free)

G_END_DECLS
