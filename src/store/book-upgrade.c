/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/book-upgrade.h"

struct _TrancheBookUpgrade {
  GObject parent_instance;

  GMainContext *context;
  double fraction;

  GMutex mutex; /* of what follows */
  double reported;
  gboolean told; /* the context is to hear of it */
};

enum {
  PROP_0,
  PROP_FRACTION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrancheBookUpgrade, tranche_book_upgrade, G_TYPE_OBJECT)

static void
tranche_book_upgrade_finalize (GObject *object)
{
  TrancheBookUpgrade *self = TRANCHE_BOOK_UPGRADE (object);

  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (tranche_book_upgrade_parent_class)->finalize (object);
}

static void
tranche_book_upgrade_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheBookUpgrade *self = TRANCHE_BOOK_UPGRADE (object);

  switch (prop_id) {
  case PROP_FRACTION:
    g_value_set_double (value, self->fraction);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_book_upgrade_class_init (TrancheBookUpgradeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tranche_book_upgrade_finalize;
  object_class->get_property = tranche_book_upgrade_get_property;

  properties[PROP_FRACTION] =
    g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_book_upgrade_init (TrancheBookUpgrade *self)
{
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
}

TrancheBookUpgrade *
tranche_book_upgrade_new (void)
{
  return g_object_new (TRANCHE_TYPE_BOOK_UPGRADE, NULL);
}

double
tranche_book_upgrade_get_fraction (TrancheBookUpgrade *self)
{
  g_return_val_if_fail (TRANCHE_IS_BOOK_UPGRADE (self), 0);

  return self->fraction;
}

static gboolean
told_cb (gpointer data)
{
  TrancheBookUpgrade *self = data;
  double reported;

  g_mutex_lock (&self->mutex);
  reported = self->reported;
  self->told = FALSE;
  g_mutex_unlock (&self->mutex);

  if (self->fraction < reported) {
    self->fraction = reported;
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
  }

  return G_SOURCE_REMOVE;
}

void
tranche_book_upgrade_report (TrancheBookUpgrade *self,
                             double              fraction)
{
  gboolean told;

  g_return_if_fail (TRANCHE_IS_BOOK_UPGRADE (self));

  g_mutex_lock (&self->mutex);
  self->reported = CLAMP (fraction, 0, 1);
  told = self->told;
  self->told = TRUE;
  g_mutex_unlock (&self->mutex);

  if (!told) {
    g_autoptr (GSource) source = g_idle_source_new ();

    g_source_set_static_name (source, "[tranche] book upgrade");
    g_source_set_callback (source, told_cb, g_object_ref (self), g_object_unref);
    g_source_attach (source, self->context);
  }
}
