/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/saved-view.h"

struct _TrancheSavedView {
  GObject parent_instance;

  char *id;
  char *name;
  GVariant *content;
};

G_DEFINE_FINAL_TYPE (TrancheSavedView, tranche_saved_view, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
tranche_saved_view_finalize (GObject *object)
{
  TrancheSavedView *self = TRANCHE_SAVED_VIEW (object);

  g_free (self->id);
  g_free (self->name);
  g_variant_unref (self->content);

  G_OBJECT_CLASS (tranche_saved_view_parent_class)->finalize (object);
}

static void
tranche_saved_view_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id) {
  case PROP_NAME:
    g_value_set_string (value, TRANCHE_SAVED_VIEW (object)->name);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_saved_view_class_init (TrancheSavedViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tranche_saved_view_finalize;
  object_class->get_property = tranche_saved_view_get_property;

  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tranche_saved_view_init (TrancheSavedView *self)
{
}

TrancheSavedView *
tranche_saved_view_new (const char *name,
                        GVariant   *content)
{
  TrancheSavedView *self = g_object_new (TRANCHE_TYPE_SAVED_VIEW, NULL);

  self->id = g_uuid_string_random ();
  self->name = g_strdup (name);
  self->content = g_variant_ref_sink (content);

  return self;
}

TrancheSavedView *
tranche_saved_view_from_variant (GVariant *variant)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (variant);
  g_autoptr (GVariant) content = g_variant_dict_lookup_value (dict, "content", G_VARIANT_TYPE_VARDICT);
  TrancheSavedView *self;
  const char *id, *name;

  if (content == NULL || !g_variant_dict_lookup (dict, "id", "&s", &id) ||
      !g_variant_dict_lookup (dict, "name", "&s", &name))
    return NULL;

  self = tranche_saved_view_new (name, content);
  g_set_str (&self->id, id);

  return self;
}

GVariant *
tranche_saved_view_to_variant (TrancheSavedView *self)
{
  g_autoptr (GVariantDict) dict = g_variant_dict_new (NULL);

  g_return_val_if_fail (TRANCHE_IS_SAVED_VIEW (self), NULL);

  g_variant_dict_insert (dict, "id", "s", self->id);
  g_variant_dict_insert (dict, "name", "s", self->name);
  g_variant_dict_insert_value (dict, "content", self->content);

  return g_variant_dict_end (dict);
}

const char *
tranche_saved_view_get_id (TrancheSavedView *self)
{
  g_return_val_if_fail (TRANCHE_IS_SAVED_VIEW (self), NULL);

  return self->id;
}

const char *
tranche_saved_view_get_name (TrancheSavedView *self)
{
  g_return_val_if_fail (TRANCHE_IS_SAVED_VIEW (self), NULL);

  return self->name;
}

void
tranche_saved_view_set_name (TrancheSavedView *self,
                             const char       *name)
{
  g_return_if_fail (TRANCHE_IS_SAVED_VIEW (self));

  if (g_set_str (&self->name, name))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
}

GVariant *
tranche_saved_view_get_content (TrancheSavedView *self)
{
  g_return_val_if_fail (TRANCHE_IS_SAVED_VIEW (self), NULL);

  return self->content;
}

void
tranche_saved_view_set_content (TrancheSavedView *self,
                                GVariant         *content)
{
  g_return_if_fail (TRANCHE_IS_SAVED_VIEW (self));

  g_variant_unref (self->content);
  self->content = g_variant_ref_sink (content);
}
