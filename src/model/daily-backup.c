/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/daily-backup.h"

#include "core/log.h"
#include "store/backup-folder.h"

/* Seconds between two looks, of quiet before a backup, and after a failure. */
#define INTERVAL    30
#define QUIET       20
#define RETRY_AFTER G_GINT64_CONSTANT (3600)

/* Where it never gets quiet: seconds. A backup disturbs nobody, after all. */
#define LONGEST_WAIT G_GINT64_CONSTANT (600)

struct _TrancheDailyBackup {
  GObject parent_instance;

  TrancheOrderBook *book;
  TrancheBookKeeper *keeper;
  char *folder;
  gboolean enabled;
  GError *trouble;
  GCancellable *running; /* (nullable): while it is started */
  gboolean busy;
  guint timer_id;
  gint64 changed_at; /* monotonic, µs, as the two below */
  gint64 due_since;
  gint64 failed_at;
};

enum {
  PROP_0,
  PROP_ENABLED,
  PROP_FOLDER,
  PROP_TROUBLE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum {
  SIGNAL_BACKED_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrancheDailyBackup, tranche_daily_backup, G_TYPE_OBJECT)

/* @error: (nullable) (transfer full) */
static void
set_trouble (TrancheDailyBackup *self,
             GError             *error)
{
  if (error == NULL && self->trouble == NULL)
    return;

  g_clear_error (&self->trouble);
  self->trouble = error;
  self->failed_at = error != NULL ? g_get_monotonic_time () : 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TROUBLE]);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TrancheDailyBackup) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean backed_up = tranche_book_keeper_back_up_finish (TRANCHE_BOOK_KEEPER (source), result,
                                                           &error);

  self->busy = FALSE;
  self->due_since = 0;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (!backed_up)
    tranche_warning ("model", "The daily backup failed: %s", error->message);
  set_trouble (self, g_steal_pointer (&error));
  if (backed_up)
    g_signal_emit (self, signals[SIGNAL_BACKED_UP], 0);
}

typedef struct {
  TrancheDailyBackup *self;
  GDateTime *day;
} Due;

static void
due_free (Due *due)
{
  g_object_unref (due->self);
  g_date_time_unref (due->day);
  g_free (due);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Due, due_free)

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Due) due = user_data;
  TrancheDailyBackup *self = due->self;
  g_autoptr (GArray) counts = NULL;
  g_autofree char *folder = tranche_daily_backup_dup_folder (self);

  counts = tranche_order_book_counts_finish (TRANCHE_ORDER_BOOK (source), result, NULL);
  /* A book that cannot be counted is not taken for empty: the copy says why. */
  if (self->running == NULL ||
      (counts != NULL && g_array_index (counts, guint, TRANCHE_VIEW_ALL) == 0)) {
    self->busy = FALSE;
    return;
  }

  tranche_book_keeper_back_up_day_async (self->keeper, folder, due->day, self->running,
                                         backed_up_cb, g_object_ref (self));
}

static gboolean
is_done (TrancheDailyBackup *self,
         GDateTime          *now)
{
  g_autofree char *folder = tranche_daily_backup_dup_folder (self);
  g_autofree char *path =
    tranche_backup_folder_file (folder, tranche_book_keeper_get_path (self->keeper), now);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
tranche_daily_backup_check (TrancheDailyBackup *self,
                            GDateTime          *now)
{
  Due *due;

  g_return_if_fail (TRANCHE_IS_DAILY_BACKUP (self));
  g_return_if_fail (now != NULL);

  if (!self->enabled || self->running == NULL || self->busy || is_done (self, now))
    return;

  self->busy = TRUE;
  due = g_new0 (Due, 1);
  due->self = g_object_ref (self);
  due->day = g_date_time_ref (now);
  tranche_order_book_counts_async (self->book, now, self->running, counted_cb, due);
}

static gboolean
is_quiet (TrancheDailyBackup *self,
          gint64              now)
{
  if (self->due_since == 0)
    self->due_since = now;

  return now - self->changed_at >= QUIET * G_USEC_PER_SEC ||
         now - self->due_since >= LONGEST_WAIT * G_USEC_PER_SEC;
}

static gboolean
timer_cb (gpointer user_data)
{
  TrancheDailyBackup *self = user_data;
  g_autoptr (GDateTime) date = g_date_time_new_now_local ();
  gint64 now = g_get_monotonic_time ();

  if (is_quiet (self, now) &&
      (self->failed_at == 0 || now - self->failed_at >= RETRY_AFTER * G_USEC_PER_SEC))
    tranche_daily_backup_check (self, date);

  return G_SOURCE_CONTINUE;
}

static void
changed_cb (TrancheDailyBackup *self)
{
  self->changed_at = g_get_monotonic_time ();
}

static void
set_enabled (TrancheDailyBackup *self,
             gboolean            enabled)
{
  if (enabled == self->enabled)
    return;

  self->enabled = enabled;
  if (!enabled)
    set_trouble (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENABLED]);
}

static void
set_folder (TrancheDailyBackup *self,
            const char         *folder)
{
  if (!g_set_str (&self->folder, folder != NULL ? folder : ""))
    return;

  /* What was wrong with the other one need not be wrong with this. */
  set_trouble (self, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDER]);
}

static void
tranche_daily_backup_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TrancheDailyBackup *self = TRANCHE_DAILY_BACKUP (object);

  switch (prop_id) {
  case PROP_ENABLED:
    g_value_set_boolean (value, self->enabled);
    break;
  case PROP_FOLDER:
    g_value_set_string (value, self->folder);
    break;
  case PROP_TROUBLE:
    g_value_set_boxed (value, self->trouble);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_daily_backup_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TrancheDailyBackup *self = TRANCHE_DAILY_BACKUP (object);

  switch (prop_id) {
  case PROP_ENABLED:
    set_enabled (self, g_value_get_boolean (value));
    break;
  case PROP_FOLDER:
    set_folder (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
tranche_daily_backup_dispose (GObject *object)
{
  TrancheDailyBackup *self = TRANCHE_DAILY_BACKUP (object);

  tranche_daily_backup_stop (self);
  g_clear_object (&self->keeper);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (tranche_daily_backup_parent_class)->dispose (object);
}

static void
tranche_daily_backup_finalize (GObject *object)
{
  TrancheDailyBackup *self = TRANCHE_DAILY_BACKUP (object);

  g_clear_error (&self->trouble);
  g_free (self->folder);

  G_OBJECT_CLASS (tranche_daily_backup_parent_class)->finalize (object);
}

static void
tranche_daily_backup_class_init (TrancheDailyBackupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tranche_daily_backup_dispose;
  object_class->finalize = tranche_daily_backup_finalize;
  object_class->get_property = tranche_daily_backup_get_property;
  object_class->set_property = tranche_daily_backup_set_property;

  properties[PROP_ENABLED] =
    g_param_spec_boolean ("enabled", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDER] =
    g_param_spec_string ("folder", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TROUBLE] =
    g_param_spec_boxed ("trouble", NULL, NULL, G_TYPE_ERROR,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_BACKED_UP] =
    g_signal_new ("backed-up", TRANCHE_TYPE_DAILY_BACKUP, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tranche_daily_backup_init (TrancheDailyBackup *self)
{
  self->enabled = TRUE;
  self->folder = g_strdup ("");
}

TrancheDailyBackup *
tranche_daily_backup_new (TrancheOrderBook  *book,
                          TrancheBookKeeper *keeper)
{
  TrancheDailyBackup *self;

  g_return_val_if_fail (TRANCHE_IS_ORDER_BOOK (book), NULL);
  g_return_val_if_fail (TRANCHE_IS_BOOK_KEEPER (keeper), NULL);

  self = g_object_new (TRANCHE_TYPE_DAILY_BACKUP, NULL);
  self->book = g_object_ref (book);
  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
tranche_daily_backup_start (TrancheDailyBackup *self)
{
  g_return_if_fail (TRANCHE_IS_DAILY_BACKUP (self));

  if (self->running != NULL)
    return;

  self->running = g_cancellable_new ();
  changed_cb (self);
  self->timer_id = g_timeout_add_seconds (INTERVAL, timer_cb, self);
}

void
tranche_daily_backup_stop (TrancheDailyBackup *self)
{
  g_return_if_fail (TRANCHE_IS_DAILY_BACKUP (self));

  if (self->running == NULL)
    return;

  g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  g_clear_handle_id (&self->timer_id, g_source_remove);
}

char *
tranche_daily_backup_dup_folder (TrancheDailyBackup *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAILY_BACKUP (self), NULL);

  if (*self->folder != '\0')
    return g_strdup (self->folder);

  return tranche_backup_folder_usual (tranche_book_keeper_get_path (self->keeper));
}

const GError *
tranche_daily_backup_get_trouble (TrancheDailyBackup *self)
{
  g_return_val_if_fail (TRANCHE_IS_DAILY_BACKUP (self), NULL);

  return self->trouble;
}
